package import Model

/// A draft as the customer will read it, in plain text, with the places of its moves: what the charter is asked about.
package struct ReadableDraft: Hashable, Sendable {
    /// Open slots stand as `[[name]]`.
    package let text: String
    /// In Unicode scalars of `text`.
    package let moves: [MoveSpan]

    /// - Parameter agent: the display name of who will release it; nil where nobody is known yet.
    package init(_ body: DraftBody, agent: String? = nil) {
        var filler = SlotFiller(body, agent: agent)
        let pieces = DraftPieces(body)
        if pieces.standAlone {
            var reply = ReplyText()
            for piece in pieces.all where piece.text != DraftPieces.gap {
                let words = piece.isFinished ? piece.text : Self.plain(filler.fill(piece.text))
                reply.append(words, as: piece.span?.move, matter: piece.span?.matter ?? "")
            }
            (text, moves) = (reply.text, reply.moves)
        } else {
            text = Self.plain(filler.fill(body.text))
            moves = Self.moves(pieces, &filler, in: text)
        }
    }

    private static func plain(_ markdown: String) -> String {
        PlainMarkdown.readsAsWritten(markdown) ? markdown : MarkdownDocument(markdown).plainText()
    }

    /// Each move rendered by itself is looked for in the whole, behind the one before it.
    private static func moves(_ pieces: DraftPieces, _ filler: inout SlotFiller, in text: String) -> [MoveSpan] {
        let scalars = Array(text.unicodeScalars)
        var position = 0
        var moves: [MoveSpan] = []
        for piece in pieces.all {
            guard let span = piece.span else { continue }
            let words = Array(plain(filler.fill(piece.text)).unicodeScalars)
            guard let start = MoveSpans.position(of: words[...], in: scalars, from: position) else { continue }
            position = start + words.count
            moves.append(MoveSpan(span.move, matter: span.matter, start: start, end: position))
        }
        return moves
    }
}

/// A draft's text cut into its moves and what stands between them.
struct DraftPieces {
    struct Piece {
        let text: String
        /// nil between moves.
        let span: MoveSpan?
        private let look: PlainText

        init(_ text: String, span: MoveSpan? = nil) {
            self.text = text
            self.span = span
            look = PlainText(text)
        }

        var mayReachOver: Bool { look.mayReachOver }

        /// Whether there is nothing to fill in, and nothing to render.
        var isFinished: Bool {
            look.readsAsWritten && !look.mayHoldMarks && !(look.isWide && TextLines.hasUnusualEnds(text))
        }
    }

    private(set) var all: [Piece] = []

    /// What stands between most moves.
    static let gap = "\n\n"

    init(_ body: DraftBody) {
        let scalars = body.text.unicodeScalars
        all.reserveCapacity(body.moves.count * 2 + 1)
        var (index, offset) = (scalars.startIndex, 0)
        func advance(to place: Int) -> Range<String.Index>? {
            guard place >= offset, let end = scalars.index(index, offsetBy: place - offset, limitedBy: scalars.endIndex)
            else { return nil }
            defer { (index, offset) = (end, place) }
            return index..<end
        }
        for span in body.moves {
            guard span.start < span.end, let before = advance(to: span.start), let own = advance(to: span.end) else {
                continue
            }
            all.append(Piece(String(body.text[before])))
            all.append(Piece(String(body.text[own]), span: span))
        }
        all.append(Piece(String(body.text[index...])))
    }

    /// Whether each piece means by itself what it means in the whole: empty lines between them, and nothing in them that
    /// could reach over one, such as lists, code, definitions of links and HTML.
    var standAlone: Bool {
        for (index, piece) in all.enumerated() {
            if piece.span != nil {
                let (before, behind) = (index == 0 ? Self.gap : all[index - 1].text, all[index + 1].text)
                guard before == Self.gap || before.isEmpty && index == 1 || before.hasSuffix(Self.gap),
                    behind == Self.gap || behind.isEmpty && index + 2 == all.count || behind.hasPrefix(Self.gap)
                else { return false }
            }
            if piece.mayReachOver { return false }
        }
        return true
    }
}
