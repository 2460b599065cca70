import TestSupport

/// A client of its own that idles on the inbox, by a TLS that is not the program's.
final class IdleWatcher {
    private let tunnel: TLSTunnel

    init(_ server: Dovecot, _ user: MailUser) throws {
        tunnel = try TLSTunnel(port: server.ports.imaps, certificates: server.certificates)
        _ = try tunnel.socket.readLine()
        try give("A1 LOGIN \(user.address) \(user.password)", until: "A1 OK")
        try give("A2 EXAMINE INBOX", until: "A2 OK")
        try give("A3 IDLE", until: "+")
    }

    /// Returns with the next EXISTS.
    func waitForAnnouncement() throws {
        while try !tunnel.socket.readLine().hasSuffix("EXISTS") {}
    }

    private func give(_ command: String, until answer: String) throws {
        try tunnel.socket.write(Array("\(command)\r\n".utf8))
        while true {
            let line = try tunnel.socket.readLine()
            if line.hasPrefix(answer) { return }
            guard !line.hasPrefix(command.prefix(2)) else { throw BenchError("\(command): \(line)") }
        }
    }
}
