import Model

/// Finds the address that could not be reached in what a server says.
struct RecipientFinder {
    /// The addresses of who gets the notice: named in it too, as the sender of what came back.
    private let known: Set<String>
    private var best: (address: String, points: Int)?

    init(_ text: NoticeText, known: Set<String>) {
        self.known = known
        for line in text.prose where line.count <= 1000 { read(text.octets[line], folded: text.folded[line]) }
    }

    /// nil where the text names nobody but us.
    var address: String? { best?.address }

    private mutating func read(_ line: ArraySlice<UInt8>, folded: ArraySlice<UInt8>) {
        guard line.contains(UInt8(ascii: "@")), !Self.senders.contains(where: folded.starts) else { return }
        let named = AddressScan.addresses(in: String(decoding: line, as: UTF8.self)).compactMap(Self.cleaned)
        for address in named where !Self.isOffice(address) {
            let points = points(of: address, line, folded: folded)
            if points > best?.points ?? 0 { best = (address.address, points) }
        }
    }

    private func points(of address: MailAddress, _ line: ArraySlice<UInt8>, folded: ArraySlice<UInt8>) -> Int {
        var points = known.contains(address.key) ? 1 : 2
        if Self.isAddressAlone(line) || Self.cues.matches(in: folded) { points += 2 }
        return points
    }

    private static let cues = PhraseSet([
        "rcpt to", "final-recipient:", "original-recipient:", "recipient", "target mail address", "delivered to",
        "deliver to",
        "message to", "mail to", "addressed to", "to address", "empfänger", "destinataire", "destinatario",
        "user unknown", "unknown user", "address rejected", "undeliverable to", "... ",
    ])

    private static let senders = [
        "mail from", ">>> mail from", "from:", "sender:", "reply-to:", "return-path:", "envelope-from",
        "original sender",
        "your message from", "errors-to",
    ].map { Array($0.utf8) }

    /// Whether a line holds an address and, but for brackets and marks, nothing else before or beside it.
    static func isAddressAlone(_ line: ArraySlice<UInt8>) -> Bool {
        guard line.contains(UInt8(ascii: "@")), line.count < 300 else { return false }
        let core = line.drop { isMark($0) }
        let address = core.prefix { $0 > 0x20 && !isMark($0) }
        guard let at = address.firstIndex(of: UInt8(ascii: "@")), at > address.startIndex,
            address[at...].contains(UInt8(ascii: "."))
        else { return false }
        return core[address.endIndex...].allSatisfy { isMark($0) || $0 <= 0x20 }
            || core[address.endIndex...].first == UInt8(ascii: ">") && line.first == UInt8(ascii: "<")
            || core[address.endIndex...].first == UInt8(ascii: ":")
    }

    private static func isMark(_ octet: UInt8) -> Bool {
        switch octet {
        case UInt8(ascii: "<"), UInt8(ascii: ">"), UInt8(ascii: "("), UInt8(ascii: ")"), UInt8(ascii: "\""),
            UInt8(ascii: "'"), UInt8(ascii: ":"), UInt8(ascii: ";"), UInt8(ascii: ","), UInt8(ascii: "*"), 0x20, 0x09:
            true
        default: false
        }
    }

    /// Without the marks that text sets behind an address; nil where no domain is left.
    private static func cleaned(_ address: MailAddress) -> MailAddress? {
        var octets = Array(address.address.utf8)
        while let last = octets.last, !(last &- 0x30 < 10 || last | 0x20 &- 0x61 < 26 || last >= 0x80) {
            octets.removeLast()
        }
        if let equals = octets.firstIndex(of: UInt8(ascii: "=")), octets[..<equals].elementsEqual("to".utf8) {
            octets.removeFirst(equals + 1)
        }
        guard let at = octets.lastIndex(of: UInt8(ascii: "@")), at > 0, octets[at...].contains(UInt8(ascii: ".")) else {
            return nil
        }
        return MailAddress(address: String(decoding: octets, as: UTF8.self))
    }

    private static func isOffice(_ address: MailAddress) -> Bool {
        let local = String(address.localPart)
        return BounceWords.daemons.contains(local) || ["postmaster", "abuse", "helpdesk", "support"].contains(local)
    }
}
