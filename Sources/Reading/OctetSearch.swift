import Glibc

/// Looks for a phrase in text by octets, which is many times faster than by characters and says the same of valid UTF-8
/// in one normal form.
enum OctetSearch {
    static func contains(_ phrase: String, in text: [UInt8]) -> Bool {
        text.withUnsafeBytes { contains(phrase, in: $0) }
    }

    static func contains(_ phrase: String, in text: ArraySlice<UInt8>) -> Bool {
        text.withUnsafeBytes { contains(phrase, in: $0) }
    }

    private static func contains(_ phrase: String, in text: UnsafeRawBufferPointer) -> Bool {
        var phrase = phrase
        return phrase.withUTF8 { phrase in
            guard let base = text.baseAddress, let wanted = phrase.baseAddress, phrase.count <= text.count,
                let first = phrase.first
            else { return false }
            let end = base + (text.count - phrase.count + 1)
            var start = base
            while let found = memchr(start, Int32(first), end - start) {
                if memcmp(found, wanted, phrase.count) == 0 { return true }
                start = UnsafeRawPointer(found) + 1
            }
            return false
        }
    }
}
