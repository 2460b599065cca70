/// A charset of single octets with the model of a script that is written in it, as tables by octet, so that trying it on
/// a text costs a look-up an octet.
struct OctetScript: Sendable {
    let charset: String
    private let model: ScriptModel
    /// How much less often than in the first charsets unlabelled mail is written in this one.
    private let rarity: Double
    private let ratings: [Double]
    private let letters: [ScriptModel.Letter]

    init(_ charset: String, _ model: ScriptModel, rarity: Double = 0) {
        self.charset = charset
        self.model = model
        self.rarity = rarity
        let scalars = Self.scalars(of: charset)
        ratings = scalars.map(model.rating)
        letters = scalars.map(model.letter)
    }

    func rating(of octets: Octets) -> Double {
        var sum = -rarity
        var previous = ScriptModel.Letter()
        for octet in octets {
            let letter = letters[Int(octet)]
            sum += ratings[Int(octet)]
            if !letter.isEmpty, !previous.isEmpty { sum += model.rating(of: letter, after: previous) }
            previous = letter
        }
        return sum
    }

    /// What each octet stands for; U+FFFD for those that stand for nothing.
    private static func scalars(of charset: String) -> [Unicode.Scalar] {
        var scalars = (UInt8.min...UInt8.max).map { Unicode.Scalar($0 < 0x80 ? $0 : 0) }
        for octet in UInt8(0x80)...UInt8.max {
            scalars[Int(octet)] = Iconv.decode([octet], from: charset)?.text.unicodeScalars.first ?? "\u{FFFD}"
        }
        return scalars
    }

    /// Of two with equal ratings the first counts.
    static let all = [
        OctetScript("windows-1252", .western),
        OctetScript("windows-1252", .german), OctetScript("windows-1252", .french),
        OctetScript("windows-1252", .iberian), OctetScript("windows-1252", .nordic),
        OctetScript("windows-1250", .polish, rarity: 0.5), OctetScript("iso-8859-2", .polish, rarity: 0.5),
        OctetScript("windows-1250", .czech, rarity: 1.5), OctetScript("iso-8859-2", .czech, rarity: 1.5),
        OctetScript("windows-1250", .hungarian, rarity: 1.5), OctetScript("iso-8859-2", .hungarian, rarity: 1.5),
        OctetScript("windows-1250", .romanian, rarity: 3), OctetScript("iso-8859-2", .romanian, rarity: 3),
        OctetScript("windows-1254", .turkish, rarity: 1.5),
        OctetScript("windows-1251", .cyrillic), OctetScript("koi8-r", .cyrillic),
        OctetScript("iso-8859-5", .cyrillic, rarity: 2), OctetScript("cp866", .cyrillic, rarity: 2),
        OctetScript("windows-1253", .greek, rarity: 2), OctetScript("windows-1255", .hebrew, rarity: 3),
        OctetScript("windows-1256", .arabic, rarity: 3), OctetScript("iso-8859-6", .arabic, rarity: 3),
        OctetScript("cp874", .thai, rarity: 3),
    ]
}
