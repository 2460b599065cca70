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

    /// - Parameter key: the hash of its name.
    init(_ key: UInt64) {
        self = Self.names[key] ?? .other
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

    /// The kind of open element that a start tag ends, if it ends any.
    var ended: Self? {
        switch self {
        case .paragraph, .heading, .preformatted, .unorderedList, .orderedList, .table, .quote, .block: .paragraph
        case .item, .cell, .row: self
        default: nil
        }
    }

    /// Whether a start tag does not look beyond such an open element for the one that it ends.
    func isKept(within open: Self) -> Bool {
        switch (self, open) {
        case (.item, .unorderedList), (.item, .orderedList), (.cell, .table), (.cell, .row), (.row, .table): true
        case (.item, _), (.cell, _), (.row, _): false
        case (_, .cell), (_, .table), (_, .quote), (_, .item), (_, .block): true
        default: false
        }
    }

    private static let names = HTMLNames<Self>([
        (.anchor, "a"), (.paragraph, "p"), (.quote, "blockquote"), (.preformatted, "pre listing"),
        (.unorderedList, "ul menu dir"), (.orderedList, "ol"), (.item, "li"), (.table, "table"), (.row, "tr"),
        (.cell, "td th"), (.lineBreak, "br"), (.rule, "hr"), (.image, "img"),
        (.heading, "h1 h2 h3 h4 h5 h6"),
        (.block, "div section article header footer main nav aside address center form fieldset figure body html"),
        (.block, "figcaption dl dt dd caption details summary legend"),
        (.inline, "span font b i u s em strong small big sub sup code tt kbd label ins del abbr cite q"),
        (.voidOther, "meta link input base area col embed source track wbr param basefont bgsound frame keygen"),
        (.skipped, "script style title template select textarea object applet svg math iframe audio video noembed"),
    ])
}
