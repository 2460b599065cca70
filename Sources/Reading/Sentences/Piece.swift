/// A word, number or sign of a text, with where it stands and what its language uses it for.
struct Piece {
    enum Kind: UInt8 {
        case word
        /// A run of ASCII digits.
        case number
        /// One scalar that is neither letter, digit nor white space.
        case sign
        case email
        case link
        /// One line end or, with a value of 2 or more, a blank line.
        case newline
    }

    var kind: Kind
    var isAfterSpace: Bool
    /// Begins with a capital letter.
    var isCapital = false
    /// Offsets in `ScannedText.bytes`.
    var start: Int
    var end: Int
    /// The same in Unicode scalars.
    var scalarStart: Int
    var scalarEnd: Int
    var roles: WordRoles = []
    /// What the role needs: the number of a month, the code of a sign, the value of a number, …
    var value = 0

    var count: Int { end - start }

    func isSign(_ scalar: Unicode.Scalar) -> Bool {
        kind == .sign && value == Int(scalar.value)
    }

    func has(_ role: WordRoles) -> Bool {
        !roles.isDisjoint(with: role)
    }
}
