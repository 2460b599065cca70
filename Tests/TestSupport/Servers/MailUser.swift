/// Somebody with a mailbox in `Dovecot`, who may also submit mail through `Exim`.
package struct MailUser: Sendable, Hashable {
    /// The login name and the address, `local@domain`.
    package let address: String
    /// Without colons, which the password file cannot hold.
    package let password: String

    package init(_ address: String, password: String = "correct-horse") {
        self.address = address
        self.password = password
    }

    /// The line of a password file that Dovecot reads as such and Exim by `lsearch`.
    var passwordLine: String {
        "\(address):{PLAIN}\(password)\(Self.emptyFields)\n"
    }

    /// The user database fields Dovecot asks for, all left to the defaults of its configuration.
    static let emptyFields = "::::::"
}
