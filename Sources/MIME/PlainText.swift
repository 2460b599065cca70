/// What is done to every decoded text: one kind of line ending, and no control characters but tab and newline.
enum PlainText {
    static func cleaned(_ text: String) -> String {
        var text = text
        return text.withUTF8 { holdsControl($0) ? cleaned($0) : nil } ?? text
    }

    /// CR LF and a lone CR end a line as LF does.
    private static func cleaned(_ octets: UnsafeBufferPointer<UInt8>) -> String {
        String(unsafeUninitializedCapacity: octets.count) { room in
            var count = 0
            for (index, octet) in octets.enumerated() {
                var kept = octet
                if isControl(octet) {
                    let isLineEnd =
                        octet == ASCII.carriageReturn
                        && (index + 1 == octets.count || octets[index + 1] != ASCII.lineFeed)
                    guard isLineEnd else { continue }
                    kept = ASCII.lineFeed
                }
                room[count] = kept
                count += 1
            }
            return count
        }
    }

    /// Looks at every octet without stopping, which takes less time than to stop at the right one.
    private static func holdsControl(_ octets: UnsafeBufferPointer<UInt8>) -> Bool {
        var found: UInt8 = 0
        for octet in octets { found |= isControl(octet) ? 1 : 0 }
        return found != 0
    }

    @inline(__always)
    private static func isControl(_ octet: UInt8) -> Bool {
        octet < 0x20 && octet != ASCII.lineFeed && octet != ASCII.tab || octet == 0x7F
    }
}
