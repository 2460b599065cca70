import Glibc

/// A program that tests run, and the Debian package it comes in.
///
/// A missing one is an error that names the package, so that no test passes by not running.
package enum SystemProgram: String, CaseIterable, Sendable {
    case dovecot
    case dovecotIMAP = "/usr/lib/dovecot/imap"
    case dovecotLMTP = "/usr/lib/dovecot/lmtp"
    case doveadm
    case exim = "exim4"
    case openssl
    case setpriv

    /// The Debian package that brings the program.
    package var debianPackage: String {
        switch self {
        case .dovecot, .doveadm: "dovecot-core"
        case .dovecotIMAP: "dovecot-imapd"
        case .dovecotLMTP: "dovecot-lmtpd"
        case .exim: "exim4-daemon-light"
        case .openssl: "openssl"
        case .setpriv: "util-linux"
        }
    }

    /// The Debian packages that tests need, sorted, each once.
    package static var debianPackages: [String] {
        Set(allCases.map(\.debianPackage)).sorted()
    }

    /// The program's absolute path, looked for where Debian installs programs.
    ///
    /// Throws an error that names the package to install when the program is not there.
    package func path(
        in folders: [String] = ["/usr/sbin", "/usr/bin", "/sbin", "/bin"]
    ) throws(TestSupportError) -> String {
        let places = rawValue.hasPrefix("/") ? [rawValue] : folders.map { "\($0)/\(rawValue)" }
        guard let found = places.first(where: { access($0, X_OK) == 0 }) else {
            throw TestSupportError("\(rawValue) is not installed: install the Debian package \(debianPackage)")
        }
        return found
    }
}
