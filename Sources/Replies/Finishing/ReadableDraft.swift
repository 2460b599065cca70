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
            for piece in pieces.all {
                let words = Self.plain(filler.fill(piece.text))
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
        var text: String
        /// nil between moves.
        var span: MoveSpan?
    }

    private(set) var all: [Piece] = []

    init(_ body: DraftBody) {
        let scalars = body.text.unicodeScalars
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
            all.append(Piece(text: String(body.text[before])))
            all.append(Piece(text: String(body.text[own]), span: span))
        }
        all.append(Piece(text: String(body.text[index...])))
    }

    /// Whether each piece means by itself what it means in the whole: empty lines between them, and nothing in them that
    /// could reach over one, such as lists, code, definitions of links and HTML.
    var standAlone: Bool {
        for (index, piece) in all.enumerated() {
            if piece.span != nil {
                guard index == 0 || all[index - 1].text.isEmpty && index == 1 || all[index - 1].text.hasSuffix("\n\n"),
                    all[index + 1].text.hasPrefix("\n\n") || all[index + 1].text.isEmpty && index + 2 == all.count
                else { return false }
            }
            if Self.mayReachOver(piece.text) { return false }
        }
        return true
    }

    private static func mayReachOver(_ text: String) -> Bool {
        var isLineStart = true
        var previous: UInt8 = 0
        for byte in text.utf8 {
            if isLineStart, "-+*>#=~`\t".utf8.contains(byte) || (0x30...0x39).contains(byte) { return true }
            if byte == UInt8(ascii: "<") || byte == UInt8(ascii: ":") && previous == UInt8(ascii: "]") { return true }
            isLineStart = byte == UInt8(ascii: "\n") || isLineStart && byte == UInt8(ascii: " ")
            previous = byte
        }
        return false
    }
}
