/// The roles of the words of one language, by the hash of their folded forms.
///
/// Only hashes are kept. Who makes two words collide gets a word taken for another one, and nothing worse.
struct WordTable {
    struct Sense {
        var roles: WordRoles = []
        var value = 0
    }

    private var keys: [UInt64] = Array(repeating: 0, count: 4_096)
    private var senses: [Sense] = Array(repeating: Sense(), count: 4_096)

    /// - Parameter lists: words between blanks, `word=value` where a role needs a value.
    private init(_ lists: [(WordRoles, String)]) {
        for (roles, list) in lists {
            for entry in list.split(whereSeparator: \.isWhitespace) {
                let parts = entry.split(separator: "=")
                guard let word = parts.first else { continue }
                let value = parts.count > 1 ? Int(parts[1]) : nil
                insert(word, roles, value)
            }
        }
    }

    private mutating func insert(_ word: Substring, _ roles: WordRoles, _ value: Int?) {
        var hash = FoldedHash()
        for byte in word.utf8 { hash.add(byte) }
        let slot = slot(of: hash.value)
        keys[slot] = hash.value
        senses[slot].roles.formUnion(roles)
        if let value { senses[slot].value = value }
    }

    subscript(hash: UInt64) -> Sense {
        senses[slot(of: hash)]
    }

    /// The slot that holds the hash, or the free one where it belongs; the lists fill a third of the table at most.
    private func slot(of hash: UInt64) -> Int {
        var slot = Int(truncatingIfNeeded: hash ^ hash >> 32) & 4_095
        while keys[slot] != 0, keys[slot] != hash { slot = (slot + 1) & 4_095 }
        return slot
    }

    /// A language without lists is served by the English ones.
    static func of(_ language: String) -> Self {
        switch language {
        case "de": german
        case "fr": french
        case "es": spanish
        default: english
        }
    }

    private static let english = Self(WordRoles.international + WordRoles.english)
    private static let german = Self(WordRoles.international + WordRoles.german)
    private static let french = Self(WordRoles.international + WordRoles.french)
    private static let spanish = Self(WordRoles.international + WordRoles.spanish)
}

/// FNV-1a over the letters of a word without regard to case and accents, byte by byte as they come.
struct FoldedHash {
    private(set) var value: UInt64 = 0xCBF2_9CE4_8422_2325
    private var lead: UInt8 = 0

    mutating func add(_ byte: UInt8) {
        if byte < 0x80 { return mix((0x41...0x5A).contains(byte) ? byte | 0x20 : byte) }
        if byte >= 0xC0 {
            lead = byte
            if byte != 0xC3, byte != 0xCC, byte != 0xCD { mix(byte) }
            return
        }
        switch lead {
        case 0xC3: addLatin1(byte)
        // Combining marks: the letter before them is the word's.
        case 0xCC, 0xCD: break
        default: mix(byte)
        }
    }

    /// An ASCII letter.
    mutating func addLetter(_ byte: UInt8) {
        mix(byte | 0x20)
    }

    private mutating func addLatin1(_ byte: UInt8) {
        if byte == 0x9F {
            mix(UInt8(ascii: "s"))
            return mix(UInt8(ascii: "s"))
        }
        mix(Self.bases[Int(byte & 0x1F)])
    }

    private mutating func mix(_ byte: UInt8) {
        value = (value ^ UInt64(byte)) &* 0x100_0000_01B3
    }

    /// The base letters of à to ÿ.
    private static let bases = Array("aaaaaaaceeeeiiiidnooooo/ouuuuyty".utf8)
}
