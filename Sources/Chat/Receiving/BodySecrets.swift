/// Blanks out what stands in the body of a delivery under a name that secrets have, such as the verification token that
/// Slack still sends beside its signature.
///
/// In charge of what a person is shown. The body itself is kept as it came, since its signature is over every octet. One
/// pass over the octets, whatever they are, for a delivery that nobody could take apart is shown too: `"token": "…"` in
/// JSON, `token=…` in a form, that JSON as a value of a form, and the part `token` of a multipart form.
struct BodySecrets {
    /// Slack's verification token; Mailgun's one-time token and signature; the secret of a Telegram passport; and what
    /// other systems call theirs.
    private static let names = [
        "token", "verification_token", "access_token", "api_key", "apikey", "secret", "client_secret", "password",
        "signature",
    ]
    .map { Array($0.utf8) }

    /// U+2026 in UTF-8.
    private static let blank: [UInt8] = [0xE2, 0x80, 0xA6]
    private static let quote = Array("%22".utf8)
    private static let colon = Array("%22%3A".utf8)
    private static let emptyLines = [Array("\r\n\r\n".utf8), Array("\n\n".utf8)]
    /// Octets of the header fields that may stand behind a part's name.
    private static let longestHeader = 300

    private let body: [UInt8]

    init(_ body: [UInt8]) {
        self.body = body
    }

    /// The body without the values.
    var blanked: [UInt8] {
        var shown: [UInt8] = []
        shown.reserveCapacity(body.count)
        var position = 0
        while position < body.count {
            guard let value = value(at: position) else {
                shown.append(body[position])
                position += 1
                continue
            }
            shown += body[position..<value.lowerBound]
            if !value.isEmpty { shown += Self.blank }
            position = value.upperBound
        }
        return shown
    }

    /// Where the value stands of what begins at a place; nil where no secret's name does.
    private func value(at start: Int) -> Range<Int>? {
        switch body[start] {
        case UInt8(ascii: "\""): quoted(start + 1)
        case UInt8(ascii: "%"): encoded(start)
        case UInt8(ascii: "&"): field(start + 1)
        default: start == 0 ? field(0) : nil
        }
    }

    /// `"name": "value"`, or the end of a part's name with its value.
    private func quoted(_ start: Int) -> Range<Int>? {
        guard let end = name(start), at(end) == UInt8(ascii: "\"") else { return nil }
        if let part = part(end + 1) { return part }
        var next = space(end + 1)
        guard at(next) == UInt8(ascii: ":") else { return nil }
        next = space(next + 1)
        guard at(next) == UInt8(ascii: "\"") else { return nil }
        return (next + 1)..<endOfText(next + 1)
    }

    /// The value of a part of a multipart form (RFC 7578 §4.2), from behind the quotes of its name: one line.
    private func part(_ start: Int) -> Range<Int>? {
        guard let next = at(start), next == 0x0D || next == 0x0A || next == UInt8(ascii: ";") else { return nil }
        for place in start..<min(start + Self.longestHeader, body.count) {
            guard let line = Self.emptyLines.first(where: { begins($0, at: place) }) else { continue }
            return until(place + line.count) { body[$0] == 0x0D || body[$0] == 0x0A }
        }
        return nil
    }

    /// The same JSON in percent-encoding, as Slack's `payload`.
    private func encoded(_ start: Int) -> Range<Int>? {
        guard begins(Self.quote, at: start), let end = name(start + Self.quote.count), begins(Self.colon, at: end)
        else { return nil }
        var next = end + Self.colon.count
        while at(next) == UInt8(ascii: "+") { next += 1 }
        guard begins(Self.quote, at: next) else { return nil }
        return until(next + Self.quote.count) { begins(Self.quote, at: $0) || body[$0] == UInt8(ascii: "&") }
    }

    /// `name=value` (WHATWG URL Standard, §5.1).
    private func field(_ start: Int) -> Range<Int>? {
        guard let end = name(start), at(end) == UInt8(ascii: "=") else { return nil }
        return until(end + 1) { body[$0] == UInt8(ascii: "&") || body[$0] == 0x0A }
    }
}

extension BodySecrets {
    /// Behind the longest name that stands there, in either case; nil where none does.
    private func name(_ start: Int) -> Int? {
        let found = Self.names.filter { name in
            start + name.count <= body.count && zip(body[start...], name).allSatisfy { $0 | 0x20 == $1 | 0x20 }
        }
        return found.map { start + $0.count }.max()
    }

    private func at(_ place: Int) -> UInt8? {
        place < body.count ? body[place] : nil
    }

    private func begins(_ octets: [UInt8], at place: Int) -> Bool {
        place <= body.count && body[place...].starts(with: octets)
    }

    private func space(_ start: Int) -> Int {
        var next = start
        while let octet = at(next), octet == 0x20 || octet == 0x0A || octet == 0x0D || octet == 0x09 { next += 1 }
        return next
    }

    /// The place of the quote that ends a text of JSON; the end of a body that was cut off.
    private func endOfText(_ start: Int) -> Int {
        var place = start
        while let octet = at(place), octet != UInt8(ascii: "\"") { place += octet == UInt8(ascii: "\\") ? 2 : 1 }
        return min(place, body.count)
    }

    private func until(_ start: Int, _ isEnd: (Int) -> Bool) -> Range<Int> {
        var place = start
        while place < body.count, !isEnd(place) { place += 1 }
        return start..<place
    }
}
