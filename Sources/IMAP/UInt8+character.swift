extension UInt8 {
    /// `0`...`9`.
    var isDigit: Bool { UInt8(ascii: "0") <= self && self <= UInt8(ascii: "9") }

    /// Whether it ends an atom: what the grammar excludes, but for `]` and the wildcards, which servers do send in
    /// flags and names, and with every byte over 127 allowed. RFC 9051 section 9, `atom-specials`.
    var endsAtom: Bool {
        switch self {
        case 0...32, 127, UInt8(ascii: "("), UInt8(ascii: ")"), UInt8(ascii: "{"), UInt8(ascii: "\""): true
        default: false
        }
    }

    /// Whether it may stand in an atom that we send.
    var isAtomCharacter: Bool {
        switch self {
        case UInt8(ascii: "%"), UInt8(ascii: "*"), UInt8(ascii: "\\"), UInt8(ascii: "]"): false
        default: self < 127 && !endsAtom
        }
    }
}
