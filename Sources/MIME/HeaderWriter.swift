import Model

/// Writes header fields, folded at 78 columns (RFC 5322 §2.1.1), ASCII only but for local parts that are not.
///
/// Every value passes through `HeaderText.oneLine` or a stricter filter, so that none can begin a field of its own.
struct HeaderWriter {
    private(set) var octets: [UInt8] = []

    private static let width = 78

    /// Words that are safe as they stand, folded between any two of them.
    mutating func write(_ name: String, structured words: [String]) {
        var column = name.utf8.count + 1
        octets += Array(name.utf8) + [UInt8.ascii(":")]
        for (index, word) in words.enumerated() {
            if column + 1 + word.utf8.count > Self.width, index > 0 || column + word.utf8.count > 998 {
                octets += [ASCII.carriageReturn, ASCII.lineFeed]
                column = 0
            }
            octets.append(ASCII.space)
            octets += Array(word.utf8)
            column += 1 + word.utf8.count
        }
        octets += [ASCII.carriageReturn, ASCII.lineFeed]
    }

    /// Unstructured text: as it stands where it is short plain ASCII, as encoded-words otherwise.
    mutating func write(_ name: String, text: String) {
        let line = HeaderText.oneLine(text)
        if EncodedWordWriter.isPlain(line) {
            write(name, structured: line.split(separator: " ", omittingEmptySubsequences: false).map(String.init))
        } else {
            write(name, structured: EncodedWordWriter.words(line))
        }
    }

    /// A value as it stood in another header: not encoded, folded only where it has spaces, without controls.
    mutating func write(_ name: String, restored value: String) {
        // Octet by octet: letters with many accents are slow to look at as characters.
        let words = HeaderText.oneLine(value).utf8.split(separator: ASCII.space)
        write(name, structured: words.map { String(Substring($0)) })
    }

    /// Nothing is written for an empty list.
    mutating func write(_ name: String, addresses: [MailAddress]) {
        guard !addresses.isEmpty else { return }
        var words: [String] = []
        for (index, address) in addresses.enumerated() {
            var mailbox = AddressWriter.words(address)
            if index + 1 < addresses.count, let last = mailbox.popLast() { mailbox.append(last + ",") }
            words += mailbox
        }
        write(name, structured: words)
    }

    mutating func write(_ name: String, identifiers: [String]) {
        let words = identifiers.map { $0.unicodeScalars.filter(Self.isIdentifier) }.filter { !$0.isEmpty }
        guard !words.isEmpty else { return }
        write(name, structured: words.map { "<\(String(String.UnicodeScalarView($0)))>" })
    }

    private static func isIdentifier(_ scalar: Unicode.Scalar) -> Bool {
        scalar.value > 0x20 && scalar.value != 0x7F && scalar != "<" && scalar != ">"
    }
}
