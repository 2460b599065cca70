import Model

/// Reads the address lists of RFC 5322 §3.4 as they really come: groups, comments, names with unquoted commas,
/// missing angle brackets, encoded-words inside quotes, a `From` without any address.
///
/// GMime is kept away from these fields: its parser descends once per nested group, so that one hostile `To` exhausts the stack.
struct AddressList {
    private static let longestRoute = 2000

    /// After so many quotes or parentheses that nothing closes, the rest is taken for text.
    private static let mostUnclosed = 50

    private let raw: Octets
    private let hint: String?
    private var mailboxes: [MailAddress] = []
    private var unclosed = 0
    private var phrase: [UInt8] = []
    private var comment: [UInt8] = []
    private var angle: Octets?
    /// A name before a comma that may belong to the next mailbox, as in `Doe, Jane <jane@example.org>`.
    private var pendingName: [UInt8] = []

    static func parse(_ raw: Octets, hint: String? = nil) -> [MailAddress] {
        var list = AddressList(raw: raw, hint: hint)
        list.scan()
        return list.mailboxes
    }

    private init(raw: Octets, hint: String?) {
        self.raw = raw
        self.hint = hint
    }

    private mutating func scan() {
        var position = raw.startIndex
        while position < raw.endIndex {
            switch raw[position] {
            case UInt8.ascii("\""): position = quoted(from: position)
            case UInt8.ascii("("): position = takeComment(from: position)
            case UInt8.ascii("<"): position = takeAngle(from: position)
            case UInt8.ascii(">"): position += 1
            case UInt8.ascii("="): position = word(from: position)
            case UInt8.ascii(","): position = next(position) { $0.finish(mayContinue: true) }
            case UInt8.ascii(";"): position = next(position) { $0.finish(mayContinue: false) }
            case UInt8.ascii(":"): position = next(position) { $0.beginGroup() }
            default: position = plain(from: position)
            }
        }
        finish(mayContinue: false)
    }

    /// Everything up to the next octet that means something.
    private mutating func plain(from start: Int) -> Int {
        var end = start + 1
        while end < raw.endIndex, !Self.isSpecial(raw[end]) { end += 1 }
        phrase += raw[start..<end]
        return end
    }

    private static func isSpecial(_ octet: UInt8) -> Bool {
        switch octet {
        case UInt8.ascii("\""), UInt8.ascii("("), UInt8.ascii("<"), UInt8.ascii(">"), UInt8.ascii("="),
            UInt8.ascii(","),
            UInt8.ascii(";"), UInt8.ascii(":"):
            true
        default: false
        }
    }

    private mutating func next(_ position: Int, _ act: (inout Self) -> Void) -> Int {
        act(&self)
        return position + 1
    }

    /// A colon after something that is an address already is just text.
    private mutating func beginGroup() {
        if phrase.contains(UInt8.ascii("@")) || angle != nil || phrase.elementsEqual("mailto".utf8) {
            phrase.append(UInt8.ascii(":"))
        } else {
            phrase = []
            pendingName = []
        }
    }

    private mutating func quoted(from start: Int) -> Int {
        guard unclosed < Self.mostUnclosed, let end = QuotedString.end(raw, from: start) else {
            return skipUnclosed(start)
        }
        let isLocalPart = end < raw.endIndex && raw[end] == UInt8.ascii("@")
        if isLocalPart { phrase += raw[start..<end] } else { phrase += QuotedString.content(raw[start..<end]) }
        return end
    }

    private mutating func skipUnclosed(_ position: Int) -> Int {
        unclosed += 1
        return position + 1
    }

    private mutating func takeComment(from start: Int) -> Int {
        guard unclosed < Self.mostUnclosed, let end = QuotedString.endOfComment(raw, from: start) else {
            return skipUnclosed(start)
        }
        if comment.isEmpty { comment = QuotedString.content(raw[start..<end]) }
        return end
    }

    private mutating func takeAngle(from start: Int) -> Int {
        var end = start + 1
        var isQuoted = false
        while end < raw.endIndex, isQuoted || (raw[end] != UInt8.ascii(">") && raw[end] != UInt8.ascii(",")) {
            if raw[end] == UInt8.ascii("\"") { isQuoted = !isQuoted && QuotedString.end(raw, from: end) != nil }
            if raw[end] == UInt8.ascii("@"), isRoute(start + 1) { return route(from: end, start: start) }
            end += 1
        }
        if angle == nil || angle?.isEmpty == true { angle = raw[(start + 1)..<end] }
        return end < raw.endIndex && raw[end] == UInt8.ascii(">") ? end + 1 : end
    }

    private func isRoute(_ position: Int) -> Bool {
        position < raw.endIndex && raw[position] == UInt8.ascii("@")
    }

    /// The source route of RFC 5322 §4.4, `<@a,@b:user@example.org>`, of which only the mailbox counts.
    private mutating func route(from position: Int, start: Int) -> Int {
        let rest = raw[position...].prefix(Self.longestRoute)
        guard let close = rest.firstIndex(of: UInt8.ascii(">")) else { return position + 1 }
        let inside = raw[position..<close]
        angle = inside.lastIndex(of: UInt8.ascii(":")).map { inside[($0 + 1)...] } ?? inside
        return close + 1
    }

    /// Encoded-words go in whole, since careless programs leave commas and quotes in them.
    private mutating func word(from start: Int) -> Int {
        guard let word = EncodedWord(raw, at: start) else { return next(start) { $0.phrase.append(UInt8.ascii("=")) } }
        phrase += raw[start..<word.end]
        return word.end
    }

    private mutating func finish(mayContinue: Bool) {
        defer {
            phrase = []
            comment = []
            angle = nil
        }
        let words = phrase[...].trimmed()
        if let angle {
            let name = pendingName.isEmpty ? words : (pendingName + Array(", ".utf8) + words)[...]
            pendingName = []
            add(name: name.isEmpty ? comment[...] : name, address: angle)
        } else if words.contains(UInt8.ascii("@")) {
            flushPending()
            addBare(words)
        } else if !words.isEmpty {
            pendingName += (pendingName.isEmpty ? [] : Array(", ".utf8)) + words
            if !mayContinue { flushPending() }
        } else if !mayContinue {
            flushPending()
        }
    }

    /// A name with no address at all; one word may be a local user.
    private mutating func flushPending() {
        guard !pendingName.isEmpty else { return }
        let text = HeaderText.decode(pendingName[...], hint: hint)
        pendingName = []
        let isWord = !text.utf8.contains { $0 == ASCII.space || $0 == UInt8.ascii("\"") }
        mailboxes.append(isWord ? MailAddress(address: text) : MailAddress(name: text, address: ""))
    }

    /// `Jane Doe jane@example.org`, or the address alone with the name in a comment.
    private mutating func addBare(_ words: Octets) {
        let parts = words.split(whereSeparator: \.isWhiteSpace)
        let address = parts.last { $0.contains(UInt8.ascii("@")) && $0.count > 1 } ?? words
        let name = parts.count < 1000 ? parts.filter { $0.startIndex != address.startIndex } : []
        let isSpread = parts.contains { $0.elementsEqual("@".utf8) } || words.contains(UInt8.ascii("\""))
        if isSpread { return add(name: comment[...], address: words) }
        let joined = name.isEmpty ? comment : Array(name.joined(separator: [ASCII.space]))
        add(name: joined[...], address: address)
    }

    private mutating func add(name: Octets, address: Octets) {
        let text = HeaderText.decode(name, hint: hint)
        let decoded = Self.address(address)
        guard !decoded.isEmpty || !text.isEmpty else { return }
        mailboxes.append(MailAddress(name: text.isEmpty ? nil : Self.unquoted(text), address: decoded))
    }

    private static func address(_ octets: Octets) -> String {
        if octets.allSatisfy(isPlain), !octets.starts(withWord: "mailto:") {
            return String(decoding: octets, as: UTF8.self)
        }
        var kept: Octets = []
        var isQuoted = false
        for octet in octets where octet >= 0x20 && octet != 0x7F {
            if octet == UInt8.ascii("\"") { isQuoted.toggle() }
            if isQuoted || (octet != ASCII.space && !isBracket(octet)) { kept.append(octet) }
        }
        if kept.starts(withWord: "mailto:") { kept = kept.dropFirst(7) }
        return HeaderText.oneLine(Charset.decode(kept, label: nil).text)
    }

    private static func isPlain(_ octet: UInt8) -> Bool {
        octet > 0x20 && octet < 0x7F && octet != UInt8.ascii("\"") && !isBracket(octet)
    }

    private static func isBracket(_ octet: UInt8) -> Bool {
        octet == UInt8.ascii("<") || octet == UInt8.ascii(">")
    }

    /// Outlook puts single quotes around names that are addresses.
    private static func unquoted(_ name: String) -> String {
        guard name.utf8.count > 2, name.utf8.first == UInt8.ascii("'"), name.utf8.last == UInt8.ascii("'") else {
            return name
        }
        return String(name.dropFirst().dropLast())
    }
}
