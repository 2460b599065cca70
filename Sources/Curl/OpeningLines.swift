/// The lines that a server sends before the stream is ours: greeting, capabilities, login. Bounded, since they are kept.
struct OpeningLines {
    private static let limit = 8192
    private(set) var all: [String] = []
    private(set) var last: String?
    private var size = 0

    mutating func append(_ bytes: UnsafeRawBufferPointer) {
        var text = bytes[...]
        while let end = text.last, end == 0x0A || end == 0x0D { text.removeLast() }
        let line = String(decoding: text.prefix(1024), as: UTF8.self)
        last = line
        size += line.utf8.count
        if size <= Self.limit { all.append(line) }
    }
}
