/// What divides the parts of a multipart (RFC 2046 §5.1.1): 1 to 70 characters, none of which ends a line.
struct MultipartBoundary {
    /// With the line end and the hyphens before it. No octet but the first is a CR, so a search for it that starts
    /// over at the next CR never looks at an octet twice.
    let delimiter: [UInt8]

    init?(_ text: String?) {
        guard let text, (1...70).contains(text.utf8.count), text.utf8.allSatisfy({ $0 >= 0x20 && $0 != 0x7F }) else {
            return nil
        }
        delimiter = Array("\r\n--".utf8) + text.utf8
    }

    /// What stands at the very start of a body, where no line ends before it.
    var opening: ArraySlice<UInt8> {
        delimiter.dropFirst(2)
    }
}
