/// Takes a `multipart/form-data` apart (RFC 7578, RFC 2046 §5.1) in one walk over its octets.
struct MultipartReader {
    private let body: [UInt8]
    private let boundary: MultipartBoundary
    private let limits: FormLimits
    private var position = 0

    init(body: [UInt8], boundary: MultipartBoundary, limits: FormLimits) {
        self.body = body
        self.boundary = boundary
        self.limits = limits
    }

    /// What stands before the first boundary and after the last is not part of the form.
    mutating func fields() throws(UnpackError) -> [FormField] {
        var fields: [FormField] = []
        try skipPreamble()
        while try !isAtEnd() {
            if fields.count == limits.fields { throw UnpackError("The form has more than \(limits.fields) fields.") }
            fields.append(try field())
        }
        return fields
    }

    private mutating func skipPreamble() throws(UnpackError) {
        if body.starts(with: boundary.opening) {
            position = boundary.opening.count
        } else {
            _ = try upToDelimiter()
        }
    }

    /// Steps over the rest of a delimiter's line; true behind the last one, which two hyphens close.
    private mutating func isAtEnd() throws(UnpackError) -> Bool {
        if body[position...].starts(with: "--".utf8) { return true }
        let padding = body[position...].prefix { $0 == UInt8(ascii: " ") || $0 == UInt8(ascii: "\t") }
        guard body[padding.endIndex...].starts(with: "\r\n".utf8) else {
            throw UnpackError("The form's boundary is followed by something that is no line end.")
        }
        position = padding.endIndex + 2
        return false
    }

    private mutating func field() throws(UnpackError) -> FormField {
        let header = try PartHeader(lines())
        return header.field(try upToDelimiter())
    }

    /// The lines of a part's header; the walk goes on behind the empty line.
    private mutating func lines() throws(UnpackError) -> [ArraySlice<UInt8>] {
        var lines: [ArraySlice<UInt8>] = []
        var left = limits.header
        while true {
            let line = body[position...].prefix(left).prefix { $0 != UInt8(ascii: "\r") }
            guard body[line.endIndex...].starts(with: "\r\n".utf8) else {
                throw UnpackError(
                    "The header of a part of the form does not end, or is longer than \(limits.header) octets."
                )
            }
            position = line.endIndex + 2
            left -= line.count
            if line.isEmpty { break }
            lines.append(line)
        }
        // A part without contents ends at the delimiter whose line end is the empty line's.
        position -= body[(position - 2)...].starts(with: boundary.delimiter) ? 2 : 0
        return lines
    }

    /// The octets before the next delimiter; the walk goes on behind it.
    private mutating func upToDelimiter() throws(UnpackError) -> ArraySlice<UInt8> {
        let start = position
        var candidate = body[start...].firstIndex(of: UInt8(ascii: "\r"))
        while let found = candidate {
            if body[found...].starts(with: boundary.delimiter) {
                position = found + boundary.delimiter.count
                return body[start..<found]
            }
            candidate = body[(found + 1)...].firstIndex(of: UInt8(ascii: "\r"))
        }
        throw UnpackError("The form ends before its last boundary.")
    }
}
