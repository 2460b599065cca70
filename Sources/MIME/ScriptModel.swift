import Glibc

/// How common characters are in the languages of a script: a model of single characters, in natural logarithms, by which
/// the texts that different charsets make of the same octets can be compared.
struct ScriptModel: Sendable {
    /// Whether words are written without ASCII letters among those of the script; otherwise its own letters are few.
    let standsAlone: Bool
    private let commonness: [Unicode.Scalar: Double]
    /// Any other character of the script.
    private let rare: Double
    private let range: [ClosedRange<UInt32>]
    /// Letters that only end words.
    private let endings: Set<Unicode.Scalar>

    /// What two neighbours within a word cost where they do not fit.
    enum Misfit {
        static let scripts = -4.0
        static let letterCase = -3.0
        static let crowd = -2.5
        static let ending = -5.0
    }

    /// Of any character in ASCII.
    static let ascii = -2.5
    private static let capital = -2.5
    private static let strange = -12.0
    private static let unwritten = -20.0

    /// - Parameters:
    ///   - letters: in order of how often they occur, the most common first; together they make up `share` of a text.
    ///   - others: how many other characters share the rest.
    init(
        _ letters: String,
        in range: ClosedRange<UInt32>...,
        share: Double = 0.97,
        others: Double = 60,
        standsAlone: Bool = true,
        endings: String = ""
    ) {
        self.range = range
        self.standsAlone = standsAlone
        self.endings = Set(endings.unicodeScalars)
        let scalars = Array(letters.unicodeScalars)
        let total = scalars.indices.reduce(0) { $0 + 1 / (Double($1) + 4) }
        var commonness: [Unicode.Scalar: Double] = [:]
        for (rank, scalar) in scalars.enumerated() where commonness[scalar] == nil {
            commonness[scalar] = log(share / (Double(rank) + 4) / total)
        }
        self.commonness = commonness
        rare = log((1 - share) / others)
    }

    func rating(of scalar: Unicode.Scalar) -> Double {
        if scalar.value < 0x80 { return Self.ascii }
        if let known = commonness[scalar] { return known }
        if scalar.properties.isUppercase, let small = scalar.properties.lowercaseMapping.unicodeScalars.first,
            let known = commonness[small]
        {
            return known + Self.capital
        }
        if let mark = Self.marks[scalar] { return mark }
        if isOfScript(scalar) { return rare }
        switch scalar.value {
        case 0x80..<0xA0, 0xE000..<0xF900, 0xFFFD: return Self.unwritten
        default: return Self.strange
        }
    }

    /// Of a whole text, its neighbours included.
    func rating(of text: String) -> Double {
        var sum = 0.0
        var previous = Letter()
        for scalar in text.unicodeScalars {
            let letter = letter(scalar)
            sum += rating(of: scalar) + rating(of: letter, after: previous)
            previous = letter
        }
        return sum
    }

    /// Words do not mix scripts, nor begin small and go on with capitals.
    func rating(of letter: Letter, after previous: Letter) -> Double {
        guard letter.contains(.any), previous.contains(.any) else { return 0 }
        var sum = previous.contains(.small) && letter.contains(.capital) ? Misfit.letterCase : 0
        let areLatin = (previous.contains(.latin), letter.contains(.latin))
        if standsAlone, areLatin.0 != areLatin.1 { sum += Misfit.scripts }
        if !standsAlone, areLatin == (false, false) { sum += Misfit.crowd }
        if previous.contains(.ending) { sum += Misfit.ending }
        return sum
    }

    func letter(_ scalar: Unicode.Scalar) -> Letter {
        let isLatin = scalar.value < 0x80 && UInt8(scalar.value).isLetter
        guard isLatin || (scalar.value >= 0x80 && isOfScript(scalar)) else { return [] }
        var letter: Letter = isLatin ? [.any, .latin] : .any
        if scalar.properties.isUppercase { letter.insert(.capital) }
        if scalar.properties.isLowercase { letter.insert(.small) }
        if endings.contains(scalar) { letter.insert(.ending) }
        return letter
    }

    /// What a character is to its neighbours; empty for what is no letter.
    struct Letter: OptionSet {
        var rawValue: UInt8 = 0

        static let any = Letter(rawValue: 1)
        /// In ASCII.
        static let latin = Letter(rawValue: 2)
        static let capital = Letter(rawValue: 4)
        static let small = Letter(rawValue: 8)
        static let ending = Letter(rawValue: 16)
    }

    private func isOfScript(_ scalar: Unicode.Scalar) -> Bool {
        range.contains { $0.contains(scalar.value) } && scalar != "×" && scalar != "÷"
    }

    /// Punctuation that texts in any language hold.
    private static let marks: [Unicode.Scalar: Double] = {
        var marks: [Unicode.Scalar: Double] = [:]
        for scalar in "‘—•§°·£©®™‚‹›！？：；（）「」『』".unicodeScalars { marks[scalar] = -6.5 }
        for scalar in "’“”–…„«»€\u{A0}、。，".unicodeScalars { marks[scalar] = -5 }
        return marks
    }()
}
