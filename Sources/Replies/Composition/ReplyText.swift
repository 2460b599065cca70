import Model

/// The text of a draft while it grows, paragraph by paragraph, with the places of its moves.
struct ReplyText {
    private(set) var text = ""
    private(set) var moves: [MoveSpan] = []
    private var length = 0

    /// Puts a piece below the others, with an empty line between; an empty one changes nothing.
    mutating func append(_ piece: String, as move: MoveName? = nil, matter: String = "") {
        guard !piece.isEmpty else { return }
        if !text.isEmpty {
            text += "\n\n"
            length += 2
        }
        text += piece
        let start = length
        length += piece.scalarCount
        if let move { moves.append(MoveSpan(move, matter: matter, start: start, end: length)) }
    }
}
