import Model

/// What the prose of a bounce says of the mail that bounced.
struct BounceDetails {
    private(set) var recipient: String?
    private(set) var status: String?
    private(set) var reason: String?
    private(set) var messageID: String?

    init(text: String, facts: MailFacts) {
        recipient = facts.addresses("X-Failed-Recipients").first?.address
        let content = facts.message.content
        let known = Set((content.to + content.cc + [content.from].compactMap(\.self)).map(\.key))
        for line in TextLine.lines(of: text) where line.trimmed.utf8.count <= 1000 { read(line.trimmed, known: known) }
    }

    private mutating func read(_ line: Substring, known: Set<String>) {
        if recipient == nil {
            let named = AddressScan.addresses(in: String(line))
            recipient = named.first { !known.contains($0.key) && !Self.isDaemon($0) }?.address
        }
        if reason == nil, StatusCode.isNamed(in: line) { reason = MailFacts.short(String(line)) }
        if status == nil { status = StatusCode.first(in: line) }
        if messageID == nil, line.prefix(11).lowercased() == "message-id:" {
            messageID = ReturnedMessage.bare(line.dropFirst(11))
        }
    }

    private static func isDaemon(_ address: MailAddress) -> Bool {
        let local = String(address.localPart)
        return BounceWords.daemons.contains(local) || local == "postmaster" || local == "post_master"
    }
}
