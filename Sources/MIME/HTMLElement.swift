/// The elements that change how text is laid out; all others are `other`.
enum HTMLElement: Equatable {
    case other
    /// Inline elements that need no treatment of their own but may carry a style.
    case inline
    case anchor
    case block
    case paragraph
    case heading
    case quote
    case preformatted
    case unorderedList
    case orderedList
    case item
    case table
    case row
    case cell
    case lineBreak
    case rule
    case image
    case voidOther
    /// Its content is never shown.
    case skipped

    init(_ name: String) {
        self = Self.byName[name] ?? .other
    }

    var isVoid: Bool {
        self == .lineBreak || self == .rule || self == .image || self == .voidOther
    }

    var isInline: Bool {
        self == .anchor || self == .inline || self == .other
    }

    /// 0 for inline, 1 for a new line, 2 for a blank line before and after.
    var linesAround: Int {
        switch self {
        case .block, .item, .row, .table: 1
        case .paragraph, .heading, .quote, .preformatted: 2
        case .unorderedList, .orderedList: 1
        default: 0
        }
    }

    /// Which open elements a start tag ends, and which ones it does not look beyond.
    var closes: (closed: [Self], stops: [Self]) {
        switch self {
        case .paragraph, .heading, .preformatted, .unorderedList, .orderedList, .table, .quote, .block:
            ([.paragraph], [.cell, .table, .quote, .item, .block])
        case .item: ([.item], [.unorderedList, .orderedList])
        case .cell: ([.cell], [.table, .row])
        case .row: ([.row], [.table])
        default: ([], [])
        }
    }

    private static let byName: [String: Self] = {
        var table: [String: Self] = [
            "a": .anchor, "p": .paragraph, "blockquote": .quote, "pre": .preformatted, "listing": .preformatted,
            "ul": .unorderedList, "menu": .unorderedList, "dir": .unorderedList, "ol": .orderedList, "li": .item,
            "table": .table, "tr": .row, "td": .cell, "th": .cell, "br": .lineBreak, "hr": .rule, "img": .image,
        ]
        let groups: [(Self, String)] = [
            (.heading, "h1 h2 h3 h4 h5 h6"),
            (.block, "div section article header footer main nav aside address center form fieldset figure body html"),
            (.block, "figcaption dl dt dd caption details summary legend"),
            (.inline, "span font b i u s em strong small big sub sup code tt kbd label ins del abbr cite q"),
            (.voidOther, "meta link input base area col embed source track wbr param basefont bgsound frame keygen"),
            (.skipped, "script style title template select textarea object applet svg math iframe audio video noembed"),
        ]
        for (element, names) in groups {
            for name in names.split(separator: " ") { table[String(name)] = element }
        }
        return table
    }()
}
