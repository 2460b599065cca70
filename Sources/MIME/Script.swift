import Glibc

/// A charset with how common characters are in the languages that are written in it: a model of single characters,
/// in natural logarithms, by which the texts that different charsets make of the same octets can be compared.
struct Script: Sendable {
    let charset: String
    private let commonness: [Unicode.Scalar: Double]
    /// Any other character of the script.
    private let rare: Double
    private let isOfScript: @Sendable (UInt32) -> Bool
    /// Whether words are written without ASCII letters among those of the script.
    private let standsAlone: Bool

    private static let strange = -12.0
    private static let unwritten = -20.0
    private static let mixed = -4.0
    private static let caseWithin = -3.0
    private static let ascii = -2.5

    /// - Parameters:
    ///   - letters: in order of how often they occur, the most common first; together they make up `share` of a text.
    ///   - others: how many other characters share the rest.
    init(
        _ charset: String,
        letters: String,
        share: Double,
        others: Double,
        standsAlone: Bool = true,
        isOfScript: @escaping @Sendable (UInt32) -> Bool
    ) {
        self.charset = charset
        self.isOfScript = isOfScript
        self.standsAlone = standsAlone
        let scalars = Array(letters.unicodeScalars)
        let weights = scalars.indices.map { 1 / (Double($0) + 4) }
        let total = weights.reduce(0, +)
        var commonness: [Unicode.Scalar: Double] = [:]
        for (scalar, weight) in zip(scalars, weights) where commonness[scalar] == nil {
            commonness[scalar] = log(share * weight / total)
        }
        self.commonness = commonness
        rare = log((1 - share) / others)
    }

    func rating(of text: String) -> Double {
        var sum = 0.0
        var previous: Unicode.Scalar = " "
        for scalar in text.unicodeScalars {
            sum += scalar.value < 0x80 ? Self.ascii : rating(of: scalar)
            if Self.isSmall(previous), Self.isCapital(scalar) { sum += Self.caseWithin }
            if standsAlone, Self.isLatin(previous) != Self.isLatin(scalar), isLetter(previous), isLetter(scalar) {
                sum += Self.mixed
            }
            previous = scalar
        }
        return sum
    }

    private func rating(of scalar: Unicode.Scalar) -> Double {
        if let known = commonness[scalar] { return known }
        if let small = Self.lowercase(scalar), let known = commonness[small] { return known - 2.5 }
        if let mark = Self.marks[scalar] { return mark }
        if isOfScript(scalar.value) { return rare }
        switch scalar.value {
        case 0x80..<0xA0, 0xE000..<0xF900, 0xFFFD: return Self.unwritten
        default: return Self.strange
        }
    }

    /// Punctuation that texts in any language hold.
    private static let marks: [Unicode.Scalar: Double] = {
        var marks: [Unicode.Scalar: Double] = [:]
        for scalar in "’“”–…„«»€\u{A0}、。，".unicodeScalars { marks[scalar] = -5 }
        for scalar in "‘—•§°·£©®™‚‹›！？：；（）「」『』".unicodeScalars { marks[scalar] = -6.5 }
        return marks
    }()

    private func isLetter(_ scalar: Unicode.Scalar) -> Bool {
        Self.isLatin(scalar) || (scalar.value >= 0x80 && isOfScript(scalar.value))
    }

    private static func isLatin(_ scalar: Unicode.Scalar) -> Bool {
        scalar.value < 0x80 && UInt8(scalar.value).isLetter
    }

    private static func lowercase(_ scalar: Unicode.Scalar) -> Unicode.Scalar? {
        guard isCapital(scalar) else { return nil }
        return scalar.properties.lowercaseMapping.unicodeScalars.first
    }

    private static func isCapital(_ scalar: Unicode.Scalar) -> Bool {
        scalar.value < 0x80 ? (0x41...0x5A).contains(scalar.value) : scalar.properties.isUppercase
    }

    private static func isSmall(_ scalar: Unicode.Scalar) -> Bool {
        scalar.value < 0x80 ? (0x61...0x7A).contains(scalar.value) : scalar.properties.isLowercase
    }
}
