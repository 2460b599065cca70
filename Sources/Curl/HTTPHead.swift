/// The header section as it comes in, line by line. A new status line begins a new section: interim responses and
/// followed redirects are forgotten.
struct HTTPHead: Sendable {
    private(set) var status = 0
    private(set) var fields: [HTTPRequest.Field] = []
    private(set) var isComplete = false
    private(set) var size = 0

    mutating func append(_ bytes: UnsafeRawBufferPointer) {
        size += bytes.count
        var text = bytes[...]
        while let end = text.last, end == 0x0A || end == 0x0D { text.removeLast() }
        let line = String(decoding: text, as: UTF8.self)
        if line.isEmpty {
            isComplete = status >= 200
        } else if line.hasPrefix("HTTP/") {
            begin(line)
        } else if let colon = line.firstIndex(of: ":") {
            fields.append(.init(String(line[..<colon]), Self.trimmed(line[line.index(after: colon)...])))
        }
    }

    private mutating func begin(_ line: String) {
        status = line.split(separator: " ").dropFirst().first.flatMap { Int($0) } ?? 0
        fields = []
        isComplete = false
    }

    private static func trimmed(_ value: Substring) -> String {
        var value = value
        while let end = value.last, end == " " || end == "\t" { value.removeLast() }
        return String(value.drop { $0 == " " || $0 == "\t" })
    }
}
