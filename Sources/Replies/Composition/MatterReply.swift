import Model

/// One matter of a reply: its template, what it is rendered with, and the asks that it answers.
struct MatterReply {
    /// The intent; for an occasion, the one that it belongs to.
    let matter: String
    let template: Template
    var context: TextContext
    var asks: [Ask] = []
    /// The moves that are said, in the order of the file.
    var moves: [Move] = []
    /// Its promise's terms; nil where it promises nothing.
    var terms: PromiseTerms?

    /// Takes the first move of that name out of those still to be said.
    mutating func take(_ name: MoveName) -> Move? {
        guard let index = moves.firstIndex(where: { $0.name == name }) else { return nil }
        return moves.remove(at: index)
    }

    /// Takes the first move that names the limit in force.
    mutating func takeNamedLimit() -> Move? {
        moves.firstIndex(where: \.namesLimit).map { moves.remove(at: $0) }
    }
}
