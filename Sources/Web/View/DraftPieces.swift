import Model

/// A draft's text cut at its slots, paragraph by paragraph, so that each slot is filled where it stands.
struct DraftPieces: Hashable, Sendable {
    struct Piece: Hashable, Sendable {
        var words: String?
        /// A slot where it stands first: an input.
        var slot: SlotField?
        /// The same slot further on: only its label.
        var again: String?
    }

    struct Paragraph: Hashable, Sendable {
        var pieces: [Piece]
    }

    var paragraphs: [Paragraph] = []
    /// Slots that the text does not name.
    var others: [SlotField] = []

    private var unplaced: [String: SlotField]
    private let labels: [String: String]

    init(_ body: DraftBody) {
        let fields = body.slots.map(SlotField.init)
        unplaced = Dictionary(fields.map { ($0.name, $0) }, uniquingKeysWith: { first, _ in first })
        labels = Dictionary(body.slots.map { ($0.name, $0.label) }, uniquingKeysWith: { first, _ in first })
        for paragraph in body.text.split(separator: "\n\n") {
            let pieces = pieces(of: paragraph)
            if !pieces.isEmpty { paragraphs.append(Paragraph(pieces: pieces)) }
        }
        others = fields.filter { unplaced[$0.name] != nil }
    }

    private mutating func pieces(of paragraph: Substring) -> [Piece] {
        var pieces: [Piece] = []
        var rest = paragraph.drop(while: \.isNewline)
        while let mark = rest.firstMatch(of: /\[\[([A-Za-z0-9_]+)\]\]/) {
            let name = String(mark.output.1)
            let isKnown = labels[name] != nil
            let words = rest[..<(isKnown ? mark.range.lowerBound : mark.range.upperBound)]
            if !words.isEmpty { pieces.append(Piece(words: String(words))) }
            if isKnown { pieces.append(place(name)) }
            rest = rest[mark.range.upperBound...]
        }
        if !rest.isEmpty { pieces.append(Piece(words: String(rest))) }
        return pieces
    }

    private mutating func place(_ name: String) -> Piece {
        guard let field = unplaced.removeValue(forKey: name) else { return Piece(again: labels[name] ?? name) }
        return Piece(slot: field)
    }
}

/// A slot as an input.
struct SlotField: Hashable, Sendable {
    struct Choice: Hashable, Sendable {
        var value: String
        var isChosen: Bool
    }

    var name: String
    var label: String
    var value: String
    var isRequired: Bool
    var isDate: Bool
    var isMoney: Bool
    var isText: Bool
    var isChoice: Bool
    var choices: [Choice]
    /// Characters to make room for.
    var width: Int

    init(_ slot: Slot) {
        name = slot.name
        label = slot.label
        value = slot.value ?? ""
        isRequired = slot.isRequired
        isDate = slot.kind == .date
        isMoney = slot.kind == .money
        isText = slot.kind == .text
        choices = []
        isChoice = false
        if case .choice(let values) = slot.kind {
            isChoice = true
            choices = values.map { Choice(value: $0, isChosen: $0 == slot.value) }
        }
        width = min(40, max(8, value.isEmpty ? label.count : value.count))
    }
}
