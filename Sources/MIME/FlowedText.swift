/// Undoes `format=flowed` (RFC 3676): soft line breaks are joined within one quote depth, space-stuffing is removed.
enum FlowedText {
    /// - Parameters:
    ///   - text: with LF line endings.
    ///   - deletesSpace: `DelSp=yes`, where the space before a soft break is not part of the text.
    static func unwrapped(_ text: String, deletesSpace: Bool) -> String {
        var output: [UInt8] = []
        output.reserveCapacity(text.utf8.count)
        var openDepth: Int?
        let octets = Array(text.utf8)
        let lines = octets.split(separator: ASCII.lineFeed, omittingEmptySubsequences: false)
        for (number, line) in lines.enumerated() {
            var (depth, content) = unquoted(line)
            let isSignature = content.elementsEqual("-- ".utf8)
            if openDepth == depth, !isSignature {
                openDepth = nil
            } else {
                if number > 0 { output.append(ASCII.lineFeed) }
                appendQuotes(depth, isEmpty: content.isEmpty, to: &output)
            }
            let isFlowed = content.last == ASCII.space && !isSignature && number + 1 < lines.count
            if isFlowed, deletesSpace { content.removeLast() }
            output += content
            openDepth = isFlowed ? depth : nil
        }
        return String(decoding: output, as: UTF8.self)
    }

    private static func unquoted(_ line: Octets) -> (depth: Int, content: Octets) {
        let content = line.drop { $0 == UInt8.ascii(">") }
        return (line.count - content.count, content.first == ASCII.space ? content.dropFirst() : content)
    }

    private static func appendQuotes(_ depth: Int, isEmpty: Bool, to output: inout [UInt8]) {
        guard depth > 0 else { return }
        output += repeatElement(UInt8.ascii(">"), count: depth)
        if !isEmpty { output.append(ASCII.space) }
    }
}
