import TestSupport

/// A relay that does as it is told: what it answers at which stage, and where it cuts the connection.

struct SMTPScript: Sendable {
    enum Stage: String, Sendable, CaseIterable {
        case greeting
        case ehlo
        case auth
        case mail
        case rcpt
        case data
        case body
        case dot
    }

    enum Deed: Sendable {
        case answer(String)
        case cut
        case stall
    }

    var extensions = ["PIPELINING", "SIZE 1000000", "8BITMIME", "AUTH PLAIN LOGIN XOAUTH2"]
    var deeds: [Stage: Deed] = [:]
    /// Refused recipients and the answers they get.
    var refusals: [String: String] = [:]
    /// How many mails before the deeds take effect.
    var goodMails = 0
    let log = Log()

    private struct Over: Error {}

    func server() throws -> ScriptedServer {
        try ScriptedServer { peer in try play(peer) }
    }

    private func play(_ peer: Peer) throws {
        try perform(.greeting, peer, mails: 0, or: "220 relay.test ESMTP")
        var mails = 0
        while true {
            let line = try peer.line()
            log.note(line)
            try react(line, peer, &mails)
        }
    }

    private func react(_ line: String, _ peer: Peer, _ mails: inout Int) throws {
        switch line.prefix(4).uppercased() {
        case "EHLO": try perform(.ehlo, peer, mails: mails, or: greeting)
        case "AUTH": try login(line, peer)
        case "MAIL": try perform(.mail, peer, mails: mails, or: "250 2.1.0 fine")
        case "RCPT":
            let address = String(line.dropFirst(9).dropLast())
            try perform(.rcpt, peer, mails: mails, or: refusals[address] ?? "250 2.1.5 fine")
        case "DATA": try data(peer, &mails)
        case "RSET": peer.say("250 2.0.0 forgotten")
        case "QUIT":
            peer.say("221 2.0.0 bye")
            throw Over()
        default: peer.say("500 5.5.1 what?")
        }
    }

    private var greeting: String {
        (["250-relay.test"] + extensions.dropLast().map { "250-\($0)" } + ["250 \(extensions.last ?? "HELP")"])
            .joined(separator: "\r\n")
    }

    private func login(_ line: String, _ peer: Peer) throws {
        if line.split(separator: " ").count < 3 {
            peer.say("334 ")
            log.note("secret " + (try peer.line()))
        }
        try perform(.auth, peer, mails: 0, or: "235 2.7.0 welcome")
    }

    private func data(_ peer: Peer, _ mails: inout Int) throws {
        if !log.all.contains(where: { $0.hasPrefix("RCPT") && refusals[String($0.dropFirst(9).dropLast())] == nil }) {
            return peer.say("503 5.5.1 no recipient")
        }
        if deeds[.mail] != nil, mails >= goodMails { return peer.say("503 5.5.1 no mail") }
        if case .answer(let answer)? = deeds[.data], mails >= goodMails { return peer.say(answer) }
        try perform(.data, peer, mails: mails, or: "354 go on")
        if case .cut? = deeds[.body], mails >= goodMails { return try perform(.body, peer, mails: mails, or: "") }
        log.note("message " + (try peer.text(through: "\r\n.\r\n")))
        try perform(.dot, peer, mails: mails, or: "250 2.0.0 queued as \(mails + 1)")
        mails += 1
    }

    private func perform(_ stage: Stage, _ peer: Peer, mails: Int, or good: String) throws {
        guard let deed = deeds[stage], mails >= goodMails else { return peer.say(good) }
        log.note("deed \(stage)")
        switch deed {
        case .answer(let answer): peer.say(answer)
        case .cut where stage == .greeting:
            // A reset this early may reach the client before it has seen that it is connected.
            throw Over()
        case .cut:
            peer.cut()
            throw Over()
        case .stall:
            peer.awaitEnd()
            throw Over()
        }
    }
}
