/// The copy of a multipart body that GMime is given: boundaries and `Content-` fields as they stand, everything else
/// made meaningless without moving an octet, so that what GMime finds in it is found in the original by its offset.
///
/// GMime reads the address fields of nested messages by recursion, 3,000 nested groups in one `To` end the process;
/// and its C strings end at NUL. In the skeleton it meets neither.
struct Skeleton {
    /// GMime compares each line that could be a boundary with those of all open multiparts; more of these are left closed.
    private static let mostMultiparts = 250

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
            var multiparts = 0
            while index < buffer.count {
                let octet = buffer[index]
                if isLineStart, octet.isLetter, !isKept(buffer, at: index, &multiparts) {
                    buffer[index] = UInt8.ascii("X")
                }
                if octet == 0 { buffer[index] = UInt8.ascii("X") }
                isLineStart = octet == ASCII.lineFeed
                index += 1
            }
        }
    }

    private static func isKept(
        _ buffer: UnsafeMutableBufferPointer<UInt8>,
        at index: Int,
        _ multiparts: inout Int
    ) -> Bool {
        guard buffer[index] | 0x20 == UInt8.ascii("c"), rest(buffer, index, 8).starts(withWord: "content-") else {
            return false
        }
        guard rest(buffer, index, 13).starts(withWord: "content-type:") else { return true }
        let value = rest(buffer, index + 13, 64).drop { $0.isWhiteSpace }
        if value.starts(withWord: "multipart/") { multiparts += 1 }
        return multiparts <= mostMultiparts
    }

    private static func rest(
        _ buffer: UnsafeMutableBufferPointer<UInt8>,
        _ index: Int,
        _ count: Int
    ) -> Slice<UnsafeMutableBufferPointer<UInt8>> {
        buffer[min(index, buffer.count)..<min(index + count, buffer.count)]
    }
}
