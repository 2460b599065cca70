extension Sequence<UInt8> {
    /// Two digits of base 16 an octet, in lower case (RFC 4648 §8).
    package var hexadecimal: String {
        let digits = Array("0123456789abcdef".utf8)
        return String(decoding: flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] }, as: UTF8.self)
    }
}
