import Glibc

private let carriageReturn = UInt8(ascii: "\r")
private let lineFeed = UInt8(ascii: "\n")

/// The pieces between line ends, which may be CR LF or LF; the last is what follows the last line end.
///
/// With memchr, since filling a mailbox by the thousand walks over tens of megabytes.
func lines(of bytes: [UInt8]) -> [ArraySlice<UInt8>] {
    var result: [ArraySlice<UInt8>] = []
    var start = 0
    while let end = position(ofLineFeedIn: bytes, from: start) {
        let isPair = end > start && bytes[end - 1] == carriageReturn
        result.append(bytes[start..<(isPair ? end - 1 : end)])
        start = end + 1
    }
    return result + [bytes[start...]]
}

/// The bytes with CR LF for every line end.
func withCRLF(_ bytes: [UInt8]) -> [UInt8] {
    joined(lines(of: bytes), by: [carriageReturn, lineFeed])
}

/// The bytes with LF for every line end.
func withLF(_ bytes: [UInt8]) -> [UInt8] {
    joined(lines(of: bytes), by: [lineFeed])
}

/// The message as SMTP sends it: lines end with CR LF, leading dots are doubled, and a lone dot is the end
/// (RFC 5321 section 4.5.2).
func dotStuffed(_ message: [UInt8]) -> [UInt8] {
    var pieces = lines(of: message).map { $0.first == UInt8(ascii: ".") ? $0.prefix(1) + $0 : $0 }
    if pieces.last?.isEmpty == true { pieces.removeLast() }
    return joined(pieces + [[UInt8(ascii: ".")], []], by: [carriageReturn, lineFeed])
}

private func position(ofLineFeedIn bytes: [UInt8], from start: Int) -> Int? {
    bytes.withUnsafeBytes { all in
        guard let base = all.baseAddress, start < all.count,
            let found = memchr(base + start, Int32(lineFeed), all.count - start)
        else { return nil }
        return UnsafeRawPointer(found) - base
    }
}

private func joined(_ pieces: [ArraySlice<UInt8>], by separator: [UInt8]) -> [UInt8] {
    var result: [UInt8] = []
    result.reserveCapacity(pieces.reduce(0) { $0 + $1.count + separator.count })
    for (index, piece) in pieces.enumerated() {
        if index > 0 { result += separator }
        result += piece
    }
    return result
}
