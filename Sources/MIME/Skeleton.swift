/// The copy of a multipart body that GMime is given: boundaries and `Content-` fields as they stand, everything else
/// made meaningless without moving an octet, so that what GMime finds in it is found in the original by its offset.
///
/// GMime reads the address fields of nested messages by recursion, 3,000 nested groups in one `To` end the process;
/// and its C strings end at NUL. In the skeleton it meets neither.
struct Skeleton {
    private(set) var octets: [UInt8] = []
    /// What to add to an offset in the skeleton for the offset in the original.
    let shift: Int

    /// - Parameters:
    ///   - type: the multipart's own type, such as `multipart/mixed`.
    ///   - body: without the header.
    init(type: String, boundary: String, body: Octets) {
        let quoted = boundary.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"")
        let header = Array("Content-Type: \(type); boundary=\"\(quoted)\"\n\n".utf8)
        shift = body.startIndex - header.count
        octets.reserveCapacity(header.count + body.count)
        octets += header
        octets += body
        Self.neutralise(&octets, from: header.count)
    }

    private static func neutralise(_ octets: inout [UInt8], from start: Int) {
        octets.withUnsafeMutableBufferPointer { buffer in
            var index = start
            var isLineStart = true
            while index < buffer.count {
                let octet = buffer[index]
                if isLineStart, octet.isLetter, !isContentField(buffer, at: index) { buffer[index] = UInt8.ascii("X") }
                if octet == 0 { buffer[index] = UInt8.ascii("X") }
                isLineStart = octet == ASCII.lineFeed
                index += 1
            }
        }
    }

    private static func isContentField(_ buffer: UnsafeMutableBufferPointer<UInt8>, at index: Int) -> Bool {
        guard buffer[index] | 0x20 == UInt8.ascii("c"), index + 8 <= buffer.count else { return false }
        return UnsafeMutableBufferPointer(rebasing: buffer[index..<(index + 8)]).starts(withWord: "content-")
    }
}
