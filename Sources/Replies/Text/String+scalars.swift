extension String {
    /// How many Unicode scalars it has: a quick `unicodeScalars.count`.
    var scalarCount: Int {
        var text = self
        return text.withUTF8 { bytes in
            bytes.reduce(0) { $0 + (UTF8.isContinuation($1) ? 0 : 1) }
        }
    }

    /// Its Unicode scalars, the first so many of them: a quick `Array(unicodeScalars.prefix(limit))`.
    func scalars(atMost limit: Int = .max) -> [Unicode.Scalar] {
        var text = self
        return text.withUTF8 { bytes in
            [Unicode.Scalar](unsafeUninitializedCapacity: min(bytes.count, limit)) { buffer, count in
                var place = 0
                while place < bytes.count, count < limit {
                    let (scalar, length) = Self.scalar(of: bytes, at: place)
                    buffer.initializeElement(at: count, to: scalar)
                    place += length
                    count += 1
                }
            }
        }
    }

    /// - Parameter bytes: valid UTF-8.
    @inline(__always)
    private static func scalar(of bytes: UnsafeBufferPointer<UInt8>, at place: Int) -> (Unicode.Scalar, length: Int) {
        let lead = bytes[place]
        if lead < 0x80 { return (Unicode.Scalar(lead), 1) }
        let length = lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4
        var value = UInt32(lead) & (0x7F >> UInt32(length))
        for next in place + 1..<place + length { value = value << 6 | UInt32(bytes[next] & 0x3F) }
        return (Unicode.Scalar(value) ?? "\u{FFFD}", length)
    }

    /// The text that Unicode scalars make up, written at once.
    init(scalars: ArraySlice<Unicode.Scalar>) {
        self.init(unsafeUninitializedCapacity: scalars.count * 4) { buffer in
            var count = 0
            for scalar in scalars {
                for byte in UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter {
                    buffer[count] = byte
                    count += 1
                }
            }
            return count
        }
    }
}
