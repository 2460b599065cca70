import Model
import Pipeline

/// A draft's text cut at its slots, paragraph by paragraph, so that each slot is filled where it stands.
struct DraftPieces: Hashable, Sendable {
    struct Piece: Hashable, Sendable {
        var words: String?
        /// Words that a finding speaks of.
        var found: Found?
        /// A slot where it stands first: an input.
        var slot: SlotField?
        /// The same slot further on: only its label.
        var again: String?
    }

    struct Found: Hashable, Sendable {
        var text: String
        var check: String
        var severity: String
        var message: String
    }

    struct Paragraph: Hashable, Sendable {
        var pieces: [Piece]
    }

    var paragraphs: [Paragraph] = []
    /// Slots that the text does not name.
    var others: [SlotField] = []

    private var unplaced: [String: SlotField]
    private let labels: [String: String]
    private let marks: [DraftMarks.Mark]
    private let signature: String?

    /// - Parameters:
    ///   - marks: where findings stand in the text.
    ///   - signature: what stands where the name of whoever releases it goes.
    init(_ body: DraftBody, offers: [OfferStanding] = [], marks: DraftMarks = DraftMarks(), signature: String? = nil) {
        let fields = body.slots.map { SlotField($0, offers: offers, language: body.language) }
        self.marks = marks.marks
        self.signature = signature
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
            let isKnown = labels[name] != nil || isSignature(name)
            pieces += words(rest[..<(isKnown ? mark.range.lowerBound : mark.range.upperBound)])
            if isKnown { pieces.append(place(name)) }
            rest = rest[mark.range.upperBound...]
        }
        return pieces + words(rest)
    }

    /// Words cut where findings stand in them.
    private func words(_ text: Substring) -> [Piece] {
        var pieces: [Piece] = []
        var rest = text
        for mark in marks where mark.range.overlaps(text.startIndex..<text.endIndex) {
            let range = mark.range.clamped(to: rest.startIndex..<text.endIndex)
            if range.isEmpty { continue }
            let before = rest[..<range.lowerBound]
            if !before.isEmpty { pieces.append(Piece(words: String(before))) }
            let found = Found(
                text: String(text[range]),
                check: mark.check,
                severity: mark.severity,
                message: mark.message
            )
            pieces.append(Piece(found: found))
            rest = text[range.upperBound...]
        }
        if !rest.isEmpty { pieces.append(Piece(words: String(rest))) }
        return pieces
    }

    /// The name of whoever releases it is filled in on release.
    private func isSignature(_ name: String) -> Bool {
        signature != nil && name == Desk.signatureSlot
    }

    private mutating func place(_ name: String) -> Piece {
        if labels[name] == nil { return Piece(again: signature ?? name) }
        guard let field = unplaced.removeValue(forKey: name) else { return Piece(again: labels[name] ?? name) }
        return Piece(slot: field)
    }
}
