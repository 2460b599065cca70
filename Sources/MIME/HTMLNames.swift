/// A fixed set of names with what they stand for, looked up by the octets of a document without making strings of them.
///
/// Names are compared by a hash of 64 bits alone: who makes up another name with the same hash gets no more than by
/// writing the name itself.
struct HTMLNames<Value: Sendable>: Sendable {
    private var slots: [(key: UInt64, value: Value)?]

    /// - Parameter names: each string is a list of names parted by spaces.
    init(_ groups: [(Value, String)]) {
        let names = groups.flatMap { value, names in names.split(separator: " ").map { ($0, value) } }
        var size = 16
        while size < names.count * 4 { size *= 2 }
        slots = Array(repeating: nil, count: size)
        for (name, value) in names {
            let key = name.utf8.reduce(HTMLName.seed, HTMLName.extended)
            slots[slot(key)] = (key, value)
        }
    }

    subscript(_ key: UInt64) -> Value? {
        slots[slot(key)]?.value
    }

    /// The slot of a key, or the empty one where it would stand.
    private func slot(_ key: UInt64) -> Int {
        var index = Int(truncatingIfNeeded: key ^ key >> 32) & (slots.count - 1)
        while let found = slots[index], found.key != key { index = (index + 1) & (slots.count - 1) }
        return index
    }
}

/// The hash that names are known by: FNV-1a.
enum HTMLName {
    static let seed: UInt64 = 0xCBF2_9CE4_8422_2325

    @inline(__always)
    static func extended(_ key: UInt64, by octet: UInt8) -> UInt64 {
        (key ^ UInt64(octet)) &* 0x100_0000_01B3
    }

    /// Of a name in any case, to be looked up among names in lower case.
    @inline(__always)
    static func folded(_ html: OctetSpan, _ range: Range<Int>) -> UInt64 {
        var key = seed
        for index in range { key = extended(key, by: html[index].lowercased) }
        return key
    }

    /// Of a name whose case matters.
    @inline(__always)
    static func exact(_ html: OctetSpan, _ range: Range<Int>) -> UInt64 {
        var key = seed
        for index in range { key = extended(key, by: html[index]) }
        return key
    }
}
