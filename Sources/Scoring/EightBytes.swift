/// Eight bytes of text in one register.
struct EightBytes {
    /// With the bit set that tells small letters from capitals.
    let small: UInt64
    /// How many of them, from the first, are ASCII letters.
    let letters: Int

    private static let topBits: UInt64 = 0x8080_8080_8080_8080

    /// - Parameter byte: at least eight bytes before the end of `source`.
    @inline(__always)
    init(_ source: UnsafeBufferPointer<UInt8>, at byte: Int) {
        let raw = UnsafeRawBufferPointer(source).loadUnaligned(fromByteOffset: byte, as: UInt64.self)
        small = UInt64(littleEndian: raw) | 0x2020_2020_2020_2020
        // The top bit of each byte tells: at least "a", not above "z", and ASCII at all.
        let low = small & ~Self.topBits
        let isFromA = low &+ 0x1F1F_1F1F_1F1F_1F1F
        let isBeyondZ = low &+ 0x0505_0505_0505_0505
        let isOther = (~isFromA | isBeyondZ | small) & Self.topBits
        letters = isOther.trailingZeroBitCount >> 3
    }
}

extension UInt64 {
    /// Writes the bytes, the lowest first.
    @inline(__always)
    func store(to buffer: UnsafeMutableBufferPointer<UInt8>, at byte: Int) {
        UnsafeMutableRawBufferPointer(buffer).storeBytes(of: littleEndian, toByteOffset: byte, as: UInt64.self)
    }
}
