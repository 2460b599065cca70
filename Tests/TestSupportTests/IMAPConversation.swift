import TestSupport

/// IMAP commands typed one after the other, to see what a server says.
struct IMAPConversation {
    let greeting: String
    private let socket: TextSocket
    private let tunnel: TLSTunnel?

    /// Over implicit TLS.
    init(tls server: Dovecot) throws {
        let tunnel = try TLSTunnel(port: server.ports.imaps, certificates: server.certificates)
        try self.init(tunnel.socket, tunnel)
    }

    /// In the clear, on this port.
    init(plain port: Int) throws {
        try self.init(TextSocket(port: port), nil)
    }

    private init(_ socket: TextSocket, _ tunnel: TLSTunnel?) throws {
        self.socket = socket
        self.tunnel = tunnel
        greeting = try socket.readLine()
    }

    /// Sends one command without a literal, and gives all lines up to the tagged one.
    @discardableResult
    func command(_ text: String) throws -> [String] {
        try socket.write(Array("T \(text)\r\n".utf8))
        var lines: [String] = []
        repeat { lines.append(try socket.readLine()) } while lines.last?.hasPrefix("T ") != true
        guard lines.last?.hasPrefix("T OK") == true else { throw TestSupportError("\(text): \(lines)") }
        return lines
    }

    func logIn(_ user: MailUser) throws {
        try command("LOGIN \"\(user.address)\" \"\(user.password)\"")
    }
}
