/// What a relay says of itself in the answer to the last EHLO (RFC 5321 §4.1.1.1), and whether the login was accepted.
struct SMTPCapabilities: Hashable, Sendable {
    private(set) var hasPipelining = false
    private(set) var has8BitMIME = false
    private(set) var hasSMTPUTF8 = false
    private(set) var hasSize = false
    private(set) var hasDSN = false
    private(set) var isLoggedIn = false

    /// `lines` is everything that the server said before the stream was ours.
    init(lines: [String]) {
        // 220 opens the session, and opens it anew after STARTTLS: what was promised in the clear does not count.
        let start = lines.lastIndex { SMTPReply.code(ofLine: $0) == 220 } ?? lines.startIndex
        for line in lines[start...] {
            switch SMTPReply.code(ofLine: line) {
            case 250: note(line.dropFirst(4).uppercased())
            case 235: isLoggedIn = true
            default: break
            }
        }
    }

    private mutating func note(_ extensionLine: String) {
        switch extensionLine.split(separator: " ").first {
        case "PIPELINING": hasPipelining = true
        case "8BITMIME": has8BitMIME = true
        case "SMTPUTF8": hasSMTPUTF8 = true
        case "SIZE": hasSize = true
        case "DSN": hasDSN = true
        default: break
        }
    }
}
