import Foundation
import TestSupport

/// A Dovecot of our own on free ports: IMAP with STARTTLS and with TLS, one user, mail in a temporary folder.
final class Dovecot {
    static let isInstalled = FileManager.default.isExecutableFile(atPath: "/usr/sbin/dovecot")

    let port: Int
    let tlsPort: Int
    private let process = Process()
    private let folder: URL

    init(_ certificate: Certificate) throws {
        folder = certificate.folder.appending(path: "dovecot")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        // Dovecot opens no mailbox as root, so there mail belongs to another user, who needs to get in.
        let isRoot = getuid() == 0
        let mail = folder.appending(path: "mail")
        try FileManager.default.createDirectory(at: mail, withIntermediateDirectories: true)
        for path in [folder.path, mail.path] {
            try FileManager.default.setAttributes([.posixPermissions: isRoot ? 0o777 : 0o700], ofItemAtPath: path)
        }
        let free = try (0..<2).map { _ in try ScriptedServer { _ in } }
        (port, tlsPort) = (free[0].port, free[1].port)
        for server in free { server.stop() }
        let file = folder.appending(path: "dovecot.conf")
        try configuration(certificate).write(to: file, atomically: true, encoding: .utf8)
        process.executableURL = URL(filePath: "/usr/sbin/dovecot")
        process.arguments = ["-F", "-c", file.path]
        process.standardError = FileHandle.nullDevice
        try process.run()
    }

    func stop() {
        // Asked politely it takes seconds; the mail is thrown away anyway, and its children go with it.
        kill(process.processIdentifier, SIGKILL)
    }

    private func configuration(_ certificate: Certificate) -> String {
        let user = NSUserName()
        let isRoot = user == "root"
        return """
            base_dir = \(folder.path)/run
            state_dir = \(folder.path)/state
            log_path = \(folder.path)/log
            protocols = imap
            listen = 127.0.0.1
            ssl = yes
            ssl_cert = <\(certificate.file)
            ssl_key = <\(certificate.key)
            default_internal_user = \(isRoot ? "dovecot" : user)
            default_login_user = \(isRoot ? "dovenull" : user)
            mail_location = maildir:\(folder.path)/mail/box
            first_valid_uid = 0
            disable_plaintext_auth = yes
            auth_mechanisms = plain login
            passdb {
              driver = static
              args = password=open-sesame
            }
            userdb {
              driver = static
              args = uid=\(isRoot ? 65534 : getuid()) gid=\(isRoot ? 65534 : getgid()) home=\(folder.path)/mail
            }
            service imap-login {
              chroot =
              inet_listener imap {
                port = \(port)
              }
              inet_listener imaps {
                port = \(tlsPort)
                ssl = yes
              }
            }
            service anvil {
              chroot =
            }

            """
    }
}
