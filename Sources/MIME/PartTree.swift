import CGMime
import Glibc

/// The parts of a multipart body as GMime finds them.
///
/// GMime itself stops at 1,024 levels, which fits a thread of 128 KB; this tree stops at `deepest`, below which a part
/// is kept as one undecoded leaf.
struct PartTree {
    static let deepest = 50
    private static let mostParts = 20_000

    private let message: Octets
    private let shift: Int
    private var partCount = 0

    /// The parts of the multipart whose body is given; empty where its boundary never occurs.
    static func parts(of body: Octets, in message: Octets, type: String, boundary: String) -> [Part] {
        GMimeLibrary.initialise()
        let skeleton = Skeleton(type: type, boundary: boundary, body: body)
        let root = skeleton.octets.withUnsafeBytes { bytes in
            wavelength_parse_part(bytes.baseAddress?.assumingMemoryBound(to: CChar.self), bytes.count)
        }
        guard let root else { return [] }
        defer { g_object_unref(root) }
        guard wavelength_part_kind(root) == Int32(WAVELENGTH_MULTIPART) else { return [] }
        var tree = PartTree(message: message, shift: skeleton.shift)
        return tree.children(of: root, depth: 0, isDigest: type == "multipart/digest")
    }

    private init(message: Octets, shift: Int) {
        self.message = message
        self.shift = shift
    }

    private mutating func children(
        of multipart: UnsafeMutablePointer<GMimeObject>,
        depth: Int,
        isDigest: Bool
    ) -> [Part] {
        var parts: [Part] = []
        for index in 0..<wavelength_child_count(multipart) where partCount < Self.mostParts {
            partCount += 1
            guard let child = wavelength_child(multipart, index) else { continue }
            parts.append(part(child, depth: depth + 1, defaultType: isDigest ? "message/rfc822" : "text/plain"))
        }
        return parts
    }

    private mutating func part(_ object: UnsafeMutablePointer<GMimeObject>, depth: Int, defaultType: String) -> Part {
        let header = header(of: object)
        switch Int(wavelength_part_kind(object)) {
        case WAVELENGTH_MULTIPART:
            return multipart(object, header, depth: depth)
        case WAVELENGTH_MESSAGE:
            return embedded(object, header, defaultType: defaultType)
        default:
            return Part(kind: .leaf, header: header, content: content(of: object), defaultType: defaultType)
        }
    }

    private mutating func multipart(
        _ object: UnsafeMutablePointer<GMimeObject>,
        _ header: HeaderBlock,
        depth: Int
    ) -> Part {
        guard wavelength_child_count(object) > 0, depth < Self.deepest else {
            return Part(kind: .leaf, header: header, content: wholeContent(of: object, header))
        }
        let isDigest = Part.chosenType(header)?.token == "multipart/digest"
        let parts = children(of: object, depth: depth, isDigest: isDigest)
        return Part(kind: .multipart(parts), header: header, content: [])
    }

    private func embedded(
        _ object: UnsafeMutablePointer<GMimeObject>,
        _ header: HeaderBlock,
        defaultType: String
    ) -> Part {
        let message = wavelength_embedded_message(object)
        let offsets = [message, message.flatMap { wavelength_message_body($0) }].compactMap {
            $0.map(wavelength_header_offset)
        }
        let start = offsets.filter { $0 >= 0 }.min().map { clamped(Int($0) + shift) } ?? header.bodyStart
        let end = max(start, message.flatMap { wavelength_message_body($0) }.map { Self.end(of: $0) + shift } ?? start)
        let fields = HeaderBlock(self.message[start...])
        let content = self.message[start..<clamped(max(end, min(fields.bodyStart, self.message.endIndex)))]
        return Part(
            kind: .message(fields: fields, end: content.endIndex),
            header: header,
            content: content,
            defaultType: defaultType
        )
    }

    private func header(of object: UnsafeMutablePointer<GMimeObject>) -> HeaderBlock {
        let offset = wavelength_header_offset(object)
        return offset < 0 ? HeaderBlock([]) : HeaderBlock(message[clamped(Int(offset) + shift)...])
    }

    private func content(of leaf: UnsafeMutablePointer<GMimeObject>) -> Octets {
        var start: gint64 = 0
        var end: gint64 = 0
        guard wavelength_content_bounds(leaf, &start, &end) != 0 else { return [] }
        let first = clamped(Int(start) + shift)
        var last = max(first, end < 0 ? message.endIndex : clamped(Int(end) + shift))
        // Before a boundary that ends the octets without a line end, GMime leaves the CR of the line end to the content.
        if last > first, last < message.endIndex, message[last] == ASCII.lineFeed,
            message[last - 1] == ASCII.carriageReturn
        {
            last -= 1
        }
        return message[first..<last]
    }

    /// What a multipart without usable parts holds: as many lines as GMime took for its prologue, or all up to its end.
    private func wholeContent(of object: UnsafeMutablePointer<GMimeObject>, _ header: HeaderBlock) -> Octets {
        guard !header.fields.isEmpty else { return [] }
        let start = clamped(header.bodyStart)
        if wavelength_child_count(object) > 0 {
            return message[start..<max(start, clamped(Self.end(of: object) + shift))]
        }
        guard let prologue = wavelength_prologue(object) else { return message[start..<start] }
        var position = start
        for character in UnsafeBufferPointer(start: prologue, count: strlen(prologue))
        where character == CChar(ASCII.lineFeed) {
            position = HeaderBlock.line(message, at: position).next
        }
        return message[start..<HeaderBlock.line(message, at: position).content.endIndex]
    }

    private func clamped(_ offset: Int) -> Int {
        min(max(offset, message.startIndex), message.endIndex)
    }

    /// The offset in the skeleton at which the last leaf below an object ends.
    private static func end(of object: UnsafeMutablePointer<GMimeObject>) -> Int {
        var object = object
        while true {
            switch Int(wavelength_part_kind(object)) {
            case WAVELENGTH_MULTIPART:
                let count = wavelength_child_count(object)
                guard count > 0, let last = wavelength_child(object, count - 1) else { return 0 }
                object = last
            case WAVELENGTH_MESSAGE:
                guard let message = wavelength_embedded_message(object), let body = wavelength_message_body(message)
                else {
                    return 0
                }
                object = body
            default:
                var start: gint64 = 0
                var end: gint64 = 0
                return wavelength_content_bounds(object, &start, &end) == 0 ? 0 : Int(end)
            }
        }
    }
}
