/// "Sent from my iPhone" and its kin.
///
/// A line is one only where its beginning and a device or program speak for it, and it is short: "Von meinem Konto
/// wurde abgebucht", "Sent by you three weeks ago" and "Von meinem Handy habe ich das Foto gesendet" are a customer's
/// words.
enum MobileSignature {
    private static let longest = 240
    private static let mostWords = 16

    static func matches(_ lines: MessageLines, _ index: Int) -> Bool {
        guard (6...longest).contains(lines[index].count), lines.last(index) != UInt8(ascii: "?") else { return false }
        let bare = withoutLinks(lines, index)
        var scanner = WordScanner()
        scanner.scan(lines.octets, bare)
        let words = scanner.words
        guard (2...mostWords).contains(words.count) else { return false }
        return isSent(words) || isStore(words) || isWide(words, lines.octets[bare])
    }

    /// The address of a link says nothing.
    private static func withoutLinks(_ lines: MessageLines, _ index: Int) -> Range<Int> {
        let range = lines[index].range
        let text = lines.octets[range]
        let end = text.indices.dropFirst(4).first { index in
            let octet = text[index]
            return octet == UInt8(ascii: "<") || octet == UInt8(ascii: "(")
                || octet == UInt8(ascii: "h")
                    && text[index...].starts(with: "http".utf8)
        }
        return range.lowerBound..<(end ?? range.upperBound)
    }

    private static func isSent(_ words: [Word]) -> Bool {
        let hasDevice = words.dropFirst().contains { MobileWords.devices.contains($0.key) }
        if MobileWords.sent.contains(words[0].key) {
            if MobileWords.devices.contains(words[1].key) { return true }
            guard MobileWords.prepositions.contains(words[1].key) else { return words.count <= 5 && hasDevice }
            return hasDevice && !isSentence(words) || isOfOwn(words)
        }
        guard let last = words.last else { return false }
        if words.count <= 4, MobileWords.devices.contains(words[0].key), MobileWords.sentBehind.contains(last.key) {
            return true
        }
        guard MobileWords.messages.contains(words[0].key) else { return false }
        if MobileWords.sent.contains(last.key) { return MobileWords.devices.contains(words[words.count - 2].key) }
        return hasDevice && words.prefix(6).contains { MobileWords.sent.contains($0.key) } && words.count > 4
            && !isSentence(words)
    }

    /// "Sent from my Wiko RIDGE".
    private static func isOfOwn(_ words: [Word]) -> Bool {
        words.count <= 8 && words.count > 3 && MobileWords.possessives.contains(words[2].key) && words[3].isCapital
    }

    /// A person who tells of sending speaks of "I".
    private static func isSentence(_ words: [Word]) -> Bool {
        words.contains { MobileWords.persons.contains($0.key) }
    }

    /// "Get Outlook for iOS".
    private static func isStore(_ words: [Word]) -> Bool {
        guard words.count <= 9 else { return false }
        return words.contains { MobileWords.stores.contains($0.key) }
            && words.prefix(5).contains { apps.contains($0.key) }
            && words.contains { MobileWords.storeTargets.contains($0.key) }
            || words.count >= 4 && words.prefix(3).map(\.key).elementsEqual(yahoo)
    }

    private static let apps = Word.keys("outlook yahoo bluemail")
    private static let yahoo = ["yahoo", "mail", "search"].map { Word.key($0) }

    private static func isWide(_ words: [Word], _ text: ArraySlice<UInt8>) -> Bool {
        guard words.contains(where: \.isWide), words.count <= 8 else { return false }
        return MobileWords.wide.contains { OctetSearch.contains($0, in: text) }
    }
}
