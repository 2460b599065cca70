/// Files that stand in the text of a mail itself, in uuencode or yEnc, as programs wrote them before MIME.
struct EmbeddedFile {
    var name: Octets
    var size: Int

    private static let mostFiles = 100

    /// Takes complete files out of a text; what is not complete stays.
    static func extract(from text: Octets) -> (text: Octets, files: [EmbeddedFile]) {
        guard let first = mark(in: text, from: text.startIndex) else { return (text, []) }
        var rest: Octets = []
        var files: [EmbeddedFile] = []
        var copied = text.startIndex
        var candidate: Int? = first
        while let start = candidate, files.count < mostFiles {
            var next = HeaderBlock.line(text, at: start).next
            if let (file, end) = uuencoded(text, at: start) ?? yEncoded(text, at: start) {
                rest += text[copied..<start]
                files.append(file)
                copied = end
                next = end
            }
            candidate = mark(in: text, from: next)
        }
        return files.isEmpty ? (text, []) : (rest + text[copied...], files)
    }

    /// The next line that could begin a file.
    private static func mark(in text: Octets, from start: Int) -> Int? {
        var position = start
        while position < text.endIndex {
            let octet = text[position]
            if octet == UInt8.ascii("b") || octet == UInt8.ascii("=") {
                let line = text[position...]
                if line.starts(with: "begin ".utf8) || line.starts(with: "=ybegin ".utf8) { return position }
            }
            guard let end = text.firstIndex(of: ASCII.lineFeed, from: position) else { return nil }
            position = end + 1
        }
        return nil
    }

    /// `begin 644 name`, lines of data, `end`
    private static func uuencoded(_ text: Octets, at start: Int) -> (EmbeddedFile, end: Int)? {
        var line = HeaderBlock.line(text, at: start)
        let words = line.content.split(separator: ASCII.space, maxSplits: 2)
        guard words.count == 3, (3...4).contains(words[1].count), words[1].allSatisfy(\.isDigit) else { return nil }
        let body = line.next
        line = HeaderBlock.line(text, at: body)
        while UUEncode.isData(line.content), line.next > line.content.startIndex, !isEnd(line.content) {
            line = HeaderBlock.line(text, at: line.next)
        }
        if line.content.isEmpty { line = HeaderBlock.line(text, at: line.next) }
        guard isEnd(line.content), line.content.startIndex > body else { return nil }
        let size = UUEncode.decode(text[body..<line.content.startIndex]).count
        return (EmbeddedFile(name: words[2].trimmed(), size: size), line.next)
    }

    private static func isEnd(_ line: Octets) -> Bool {
        line.elementsEqual("end".utf8)
    }

    /// `=ybegin line=128 size=123 name=file`, lines of data, `=yend`
    private static func yEncoded(_ text: Octets, at start: Int) -> (EmbeddedFile, end: Int)? {
        let head = HeaderBlock.line(text, at: start)
        guard head.content.starts(with: "=ybegin ".utf8), let name = value(of: "name=", in: head.content) else {
            return nil
        }
        var position = head.next
        while position < text.endIndex {
            let line = HeaderBlock.line(text, at: position)
            if line.content.starts(with: "=ybegin ".utf8) { return nil }
            if line.content.starts(with: "=yend".utf8) {
                let size = YEnc.decode(text[start..<line.next]).count
                return (EmbeddedFile(name: name, size: size), line.next)
            }
            position = line.next
        }
        return nil
    }

    /// The name comes last and may hold spaces.
    private static func value(of key: StaticString, in line: Octets) -> Octets? {
        var rest = line
        while let space = rest.firstIndex(of: ASCII.space) {
            rest = rest[(space + 1)...]
            if rest.starts(withWord: key) { return rest.dropFirst(key.utf8CodeUnitCount).trimmed() }
        }
        return nil
    }
}
