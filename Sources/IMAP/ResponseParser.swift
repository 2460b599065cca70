/// Makes typed responses of a server's bytes, in whatever chunks they come.
///
/// Strict in framing, since a wrong step there would read message text as protocol; lenient in everything else: spaces
/// too many or too few, words in the wrong case, unknown responses and items, text that is missing. RFC 9051 section 9.
package struct ResponseParser: Sendable {
    private var framer: ResponseFramer

    package init(limits: ResponseLimits = ResponseLimits()) { framer = ResponseFramer(limits: limits) }

    /// Takes what was received.
    package mutating func append(_ bytes: [UInt8]) { framer.append(bytes) }

    /// The next response, or nil when more bytes are needed. After an error the stream cannot be followed any more.
    package mutating func next() throws(IMAPError) -> Response? {
        while let frame = try framer.next() {
            guard !frame.text.allSatisfy({ $0 == UInt8(ascii: " ") }) else { continue }
            return Self.parse(frame, limits: framer.limits)
        }
        return nil
    }

    private static func parse(_ frame: Frame, limits: ResponseLimits) -> Response {
        var reader = FrameReader(frame)
        if reader.skip("+") { return .continuation(reader.rest()) }
        if reader.skip("*") {
            return untagged(&reader, depth: limits.depth).map { .untagged($0) } ?? unparsed(frame)
        }
        let tag = reader.atom()
        guard !tag.isEmpty, let kind = StatusResponse.Kind(rawValue: reader.atom().uppercased()) else {
            return unparsed(frame)
        }
        return .tagged(tag, StatusResponse(kind, reader.statusText()))
    }

    private static func untagged(_ reader: inout FrameReader, depth: Int) -> UntaggedResponse? {
        if reader.next?.isDigit ?? false { return numbered(&reader, depth: depth) }
        let name = reader.atom().uppercased()
        switch name {
        case "": return nil
        case "CAPABILITY": return .capability(reader.capabilities())
        case "ENABLED": return .enabled(reader.capabilities())
        case "LIST", "XLIST": return reader.listing().map { .list($0) }
        case "FLAGS": return .flags(reader.atoms().map { Flag($0) })
        case "SEARCH": return reader.search().map { .search($0) }
        case "ESEARCH": return reader.extendedSearch(depth: depth).map { .search($0) }
        case "VANISHED": return reader.vanished()
        default: break
        }
        guard let kind = StatusResponse.Kind(rawValue: name) else { return .other(name) }
        return .status(StatusResponse(kind, reader.statusText()))
    }

    private static func numbered(_ reader: inout FrameReader, depth: Int) -> UntaggedResponse? {
        guard let number = reader.number32() else { return nil }
        let name = reader.atom().uppercased()
        switch name {
        case "": return nil
        case "EXISTS": return .exists(number)
        case "EXPUNGE": return .expunge(number)
        case "FETCH": return reader.fetch(number, depth: depth).map { .fetch($0) }
        default: return .other(name)
        }
    }

    private static func unparsed(_ frame: Frame) -> Response {
        .unparsed(String(decoding: frame.text.prefix(200), as: UTF8.self))
    }
}
