/// Looks for a phrase in text by octets, which is many times faster than by characters and says the same of valid UTF-8.
enum OctetSearch {
    static func contains(_ phrase: String, in text: [UInt8]) -> Bool {
        let phrase = Array(phrase.utf8)
        guard let first = phrase.first, phrase.count <= text.count else { return false }
        return (0...text.count - phrase.count).contains { index in
            text[index] == first && text[index..<index + phrase.count].elementsEqual(phrase)
        }
    }
}
