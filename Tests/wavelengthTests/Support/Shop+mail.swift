import Foundation
import TestSupport

extension Shop {
    /// A shop whose inbox is a mailbox of `office`, read over TLS, and whose relay is the same office's submission port.
    ///
    /// - Parameters:
    ///   - imap: another port in place of the server's, such as a proxy's.
    ///   - submissions: the same for sending.
    convenience init(
        _ office: PostOffice,
        _ user: MailUser,
        imap: Int? = nil,
        submissions: Int? = nil,
        undo: String = "0s",
        extra: String = ""
    ) throws {
        let certificates = office.dovecot.certificates
        try self.init(
            inbox: """
                addresses: [\(user.address)]
                sender_name: Example Shöp
                language: en
                undo: \(undo)
                \(extra)
                imap:
                  host: localhost
                  port: \(imap ?? office.dovecot.ports.imaps)
                  security: tls
                  certificate: {authority: \(certificates.authority)}
                  user: \(user.address)
                  password: {file: password}
                  from: all
                smtp:
                  host: localhost
                  port: \(submissions ?? office.exim.ports.submissions)
                  security: tls
                  certificate: {authority: \(certificates.authority)}
                  user: \(user.address)
                  password: {file: password}
                """
        )
        try directory.write("\(user.password)\n", to: "password")
    }

    /// A shop whose inbox is a Maildir in its data folder.
    static func maildir() throws -> Shop {
        try Shop(inbox: "addresses: [help@shop.test]\nundo: 0s\nmaildir: {path: inbox, from: all}")
    }

    /// Makes the folders of the Maildir, without which the daemon raises an alert.
    func makeMaildir() throws {
        for folder in ["tmp", "new", "cur"] {
            try FileManager.default.createDirectory(
                atPath: "\(data)/inbox/\(folder)",
                withIntermediateDirectories: true
            )
        }
    }

    /// Puts a mail into the Maildir as deliverers do: written beside it, then moved in.
    func deliver(_ mail: [UInt8], named name: String) throws {
        try makeMaildir()
        let inbox = "\(data)/inbox"
        try Data(mail).write(to: URL(filePath: "\(inbox)/tmp/\(name).host"))
        try FileManager.default.moveItem(atPath: "\(inbox)/tmp/\(name).host", toPath: "\(inbox)/new/\(name).host")
    }
}

/// A customer's mail as it is sent.
func letter(
    from customer: String,
    to recipient: String,
    subject: String = "Where is my order 4711",
    text: String = "Hello,\r\nwhere is my order 4711? Thank you for looking.\r\nMara",
    fields: [String] = []
) -> [UInt8] {
    let id = UInt64.random(in: .min ... .max)
    let head = [
        "From: Mara Osei <\(customer)>", "To: \(recipient)", "Subject: \(subject)",
        "Date: Sun, 22 Nov 2026 09:49:00 +0000", "Message-ID: <\(id)@customer.test>",
    ]
    return Array((head + fields + ["", text, ""]).joined(separator: "\r\n").utf8)
}
