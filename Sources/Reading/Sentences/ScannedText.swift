/// A text cut in one pass into pieces that sentences, asks and facts are made of.
///
/// Works on UTF-8; every byte is looked at a bounded number of times. A class, so that handing it on costs one reference.
final class ScannedText: Sendable {
    let bytes: [UInt8]
    let language: String
    let pieces: [Piece]

    init(_ text: String, language: String) {
        var scanner = TextScanner(Array(text.utf8), words: .of(language))
        scanner.run()
        bytes = scanner.bytes
        pieces = scanner.pieces
        self.language = language
    }

    func string(_ range: Range<Int>) -> String {
        String(decoding: bytes[range], as: UTF8.self)
    }

    /// The text from the first piece to the last.
    func string(ofPieces range: Range<Int>) -> String {
        range.isEmpty ? "" : string(pieces[range.lowerBound].start..<pieces[range.upperBound - 1].end)
    }

    /// nil where the index is none.
    func piece(_ index: Int) -> Piece? {
        pieces.indices.contains(index) ? pieces[index] : nil
    }

    func isSign(_ scalar: Unicode.Scalar, at index: Int) -> Bool {
        pieces.indices.contains(index) && pieces[index].isSign(scalar)
    }

    func has(_ roles: WordRoles, at index: Int) -> Bool {
        pieces.indices.contains(index) && pieces[index].has(roles)
    }

    /// Whether the piece is a number or word that touches nothing but signs and space.
    func isJoined(_ index: Int) -> Bool {
        guard pieces.indices.contains(index) else { return false }
        let piece = pieces[index]
        return !piece.isAfterSpace && (piece.kind == .word || piece.kind == .number)
    }
}
