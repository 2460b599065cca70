/// A small SMTP (RFC 5321) and LMTP (RFC 2033) client that is not the code under test; it blocks.
package final class SMTPClient {
    /// Which of the two protocols the server speaks.
    package enum Dialect: Sendable {
        case smtp
        case lmtp
    }

    private let socket: TextSocket
    private let tunnel: TLSTunnel?
    private let dialect: Dialect

    /// Connects to `port` of 127.0.0.1 without TLS and introduces itself.
    package init(port: Int, dialect: Dialect = .smtp) throws(TestSupportError) {
        socket = try TextSocket(port: port)
        tunnel = nil
        self.dialect = dialect
        try greet()
    }

    /// Connects to `port` of 127.0.0.1 with implicit TLS and logs `user` in (AUTH PLAIN, RFC 4616).
    package init(port: Int, certificates: TestCertificates, user: MailUser) throws(TestSupportError) {
        let tunnel = try TLSTunnel(port: port, certificates: certificates)
        socket = tunnel.socket
        self.tunnel = tunnel
        dialect = .smtp
        try greet()
        let identity = Array("\0\(user.address)\0\(user.password)".utf8)
        try expect("AUTH PLAIN \(base64(identity))")
    }

    /// Sends one line and gives the reply.
    package func command(_ line: String) throws(TestSupportError) -> SMTPReply {
        try socket.write(Array((line + "\r\n").utf8))
        return try readReply()
    }

    /// Sends `message` as it is, dots stuffed; gives the last reply. Throws on the first negative one.
    ///
    /// LMTP answers the final dot once per recipient.
    @discardableResult
    package func send(
        _ message: [UInt8],
        from sender: String,
        to recipients: [String]
    ) throws(TestSupportError) -> SMTPReply {
        try expect("MAIL FROM:<\(sender)>")
        for recipient in recipients { try expect("RCPT TO:<\(recipient)>") }
        try expect("DATA")
        try socket.write(dotStuffed(message))
        var reply = try positive(readReply(), to: "the final dot")
        guard dialect == .lmtp else { return reply }
        for _ in recipients.dropFirst() { reply = try positive(readReply(), to: "the final dot") }
        return reply
    }

    private func greet() throws(TestSupportError) {
        _ = try positive(readReply(), to: "the connection")
        try expect(dialect == .lmtp ? "LHLO client.test" : "EHLO client.test")
    }

    private func expect(_ line: String) throws(TestSupportError) {
        _ = try positive(command(line), to: line)
    }

    private func positive(_ reply: SMTPReply, to line: String) throws(TestSupportError) -> SMTPReply {
        guard reply.isPositive else { throw TestSupportError("\(line) was answered by \(reply.code) \(reply.lines)") }
        return reply
    }

    private func readReply() throws(TestSupportError) -> SMTPReply {
        var lines: [String] = []
        while true {
            let line = try socket.readLine()
            lines.append(String(line.dropFirst(4)))
            guard line.dropFirst(3).first == "-" else {
                return SMTPReply(code: Int(line.prefix(3)) ?? 0, lines: lines)
            }
        }
    }
}
