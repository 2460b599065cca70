import Glibc
import Model

/// The lines of a text and its octets.
struct MessageLines {
    let octets: [UInt8]
    private(set) var lines: [MessageLine] = []

    /// - Parameter regions: what the HTML that the text was made from says of it, by start.
    init(_ text: String, regions: [StructuredText.Region] = []) {
        octets = Array(text.utf8)
        lines.reserveCapacity(octets.count / 32 + 1)
        var painter = RegionPainter(regions)
        var start = 0
        while start <= octets.count {
            let end = Self.lineEnd(octets, from: start)
            lines.append(line(start, end, mark: painter.mark(at: start)))
            start = end + 1
        }
        QuoteMark.apply(to: &self)
    }

    var count: Int { lines.count }

    subscript(_ index: Int) -> MessageLine {
        get { lines[index] }
        set { lines[index] = newValue }
    }

    func first(_ index: Int) -> UInt8 {
        lines[index].count > 0 ? octets[Int(lines[index].textStart)] : 0
    }

    func last(_ index: Int) -> UInt8 {
        lines[index].count > 0 ? octets[Int(lines[index].textEnd) - 1] : 0
    }

    func text(_ index: Int) -> ArraySlice<UInt8> { octets[lines[index].range] }

    /// Whether the text of a line is exactly this.
    func equals(_ index: Int, _ text: StaticString) -> Bool {
        lines[index].count == text.utf8CodeUnitCount
            && text.withUTF8Buffer { self.text(index).elementsEqual($0) }
    }

    /// Whether an octet stands in the text of a line.
    func contains(_ octet: UInt8, _ index: Int) -> Bool {
        text(index).withUnsafeBytes { text in
            text.baseAddress.map { memchr($0, Int32(octet), text.count) != nil } == true
        }
    }

    func words(_ index: Int) -> WordScanner {
        var scanner = WordScanner()
        scanner.scan(octets, lines[index].range)
        return scanner
    }

    /// The first line at or after `index` with something on it, looked for on a few lines only.
    func nextText(_ index: Int, within limit: Int = 10) -> Int? {
        (index..<min(index + limit, count)).first { !lines[$0].isBlank }
    }

    private static func lineEnd(_ octets: [UInt8], from start: Int) -> Int {
        octets.withUnsafeBytes { buffer in
            guard start < buffer.count, let base = buffer.baseAddress else { return buffer.count }
            let found = memchr(base + start, 0x0A, buffer.count - start)
            return found.map { UnsafeRawPointer($0) - base } ?? buffer.count
        }
    }

    private func line(_ start: Int, _ end: Int, mark: MessageLine.Mark) -> MessageLine {
        let text = Blank.trimmed(octets, start..<end)
        return MessageLine(
            start: Int32(start),
            textStart: Int32(text.lowerBound),
            textEnd: Int32(text.upperBound),
            depth: 0,
            mark: mark
        )
    }
}

/// Tells for lines, asked in order, which region they lie in; a quote outweighs what lies inside it.
private struct RegionPainter {
    private let regions: [StructuredText.Region]
    private var next = 0
    private var ends: [MessageLine.Mark: Int] = [:]

    init(_ regions: [StructuredText.Region]) {
        self.regions = regions
    }

    mutating func mark(at start: Int) -> MessageLine.Mark {
        guard !regions.isEmpty else { return .none }
        while next < regions.count, regions[next].start <= start {
            let mark = MessageLine.Mark(regions[next].kind)
            ends[mark] = max(ends[mark] ?? 0, regions[next].end)
            next += 1
        }
        let order: [MessageLine.Mark] = [.quote, .attribution, .header, .signature]
        return order.first { ends[$0, default: 0] > start } ?? .none
    }
}

extension MessageLine.Mark {
    fileprivate init(_ kind: StructuredText.Region.Kind) {
        switch kind {
        case .quote: self = .quote
        case .attribution: self = .attribution
        case .header: self = .header
        case .signature: self = .signature
        }
    }
}
