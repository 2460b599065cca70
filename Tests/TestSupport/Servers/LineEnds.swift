private let carriageReturn = UInt8(ascii: "\r")
private let lineFeed = UInt8(ascii: "\n")

/// The bytes with CR LF for each bare LF.
func withCRLF(_ bytes: [UInt8]) -> [UInt8] {
    var result: [UInt8] = []
    result.reserveCapacity(bytes.count + bytes.count / 32)
    var last: UInt8 = 0
    for byte in bytes {
        if byte == lineFeed, last != carriageReturn { result.append(carriageReturn) }
        result.append(byte)
        last = byte
    }
    return result
}

/// The bytes with LF for each CR LF.
func withLF(_ bytes: [UInt8]) -> [UInt8] {
    var result: [UInt8] = []
    result.reserveCapacity(bytes.count)
    for byte in bytes {
        if byte == lineFeed, result.last == carriageReturn { result.removeLast() }
        result.append(byte)
    }
    return result
}
