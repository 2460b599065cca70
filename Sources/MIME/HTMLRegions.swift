import Model

/// Gathers the regions of a text while it is written.
struct HTMLRegions {
    private struct Entry {
        var container: HTMLContainer
        var start: Int
        var end: Int?
        /// True once another's words stood in a `blockquote` directly inside.
        var holdsQuote = false
    }

    private var entries: [Entry] = []
    private var introductions: [StructuredText.Region] = []

    /// More are not noted; no mail that a person wrote has them.
    private static let most = 10_000

    /// - Returns: a number to close it by; nil where it is not noted.
    mutating func open(_ container: HTMLContainer, inside parent: Int?, isQuote: Bool, at start: Int) -> Int? {
        if isQuote, let parent, entries[parent].container == .looseQuote { introduce(parent, until: start) }
        guard entries.count < Self.most else { return nil }
        entries.append(Entry(container: container, start: start))
        return entries.count - 1
    }

    /// What stands in a container before its first `blockquote` introduces it.
    private mutating func introduce(_ parent: Int, until end: Int) {
        guard !entries[parent].holdsQuote else { return }
        entries[parent].holdsQuote = true
        guard end - entries[parent].start <= Self.longestIntroduction else { return }
        introductions.append(.init(kind: .attribution, start: entries[parent].start, end: end))
    }

    private static let longestIntroduction = 600

    mutating func close(_ number: Int, at end: Int) {
        entries[number].end = end
    }

    var finished: [StructuredText.Region] {
        var all = introductions
        for entry in entries where !(entry.container == .looseQuote && entry.holdsQuote) {
            guard let end = entry.end, end > entry.start else { continue }
            all.append(.init(kind: entry.container.kind, start: entry.start, end: end))
        }
        return all.sorted { ($0.start, $1.end) < ($1.start, $0.end) }
    }
}

extension HTMLContainer {
    fileprivate var kind: StructuredText.Region.Kind {
        switch self {
        case .quote, .looseQuote: .quote
        case .attribution: .attribution
        case .header: .header
        case .signature: .signature
        }
    }
}
