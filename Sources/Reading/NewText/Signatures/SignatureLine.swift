/// What a line says of itself where a signature may stand.
struct SignatureLine {
    private let words: [Word]
    private let count: Int
    private let endsSentence: Bool
    private let isQuestion: Bool
    private let hasAddress: Bool
    private let hasLink: Bool
    private let isLabelled: Bool

    init(_ lines: MessageLines, _ index: Int) {
        let text = lines.text(index)
        let scanner = lines.words(index)
        words = scanner.words
        count = text.count
        hasAddress = scanner.addresses > 0
        isQuestion = text.last == UInt8(ascii: "?")
        endsSentence = ".!".utf8.contains(text.last ?? 0) || isQuestion
        hasLink = OctetSearch.contains("://", in: text) || OctetSearch.contains("www.", in: text)
        isLabelled = words.first.map { Self.labels.contains($0.key) } == true
    }

    private static let labels = Word.keys(
        "tel telefon phone telephone tél téléphone mobile mobil mob cell fax email mail web website skype handy t m f p",
        "telefoon teléfono telefono mobiel móvil cellulare gsm twitter linkedin facebook instagram adresse address ph"
    )

    private static let companies = Word.keys(
        "gmbh ltd limited inc llc llp ag kg ohg ug se sarl sas sa srl spa bv nv ab oy aps as corp corporation company",
        "plc pty sl ltda kft sro zoo"
    )

    private static let titles = Word.keys(
        "manager director engineer developer ceo cto cfo coo founder head lead officer assistant president consultant",
        "sales marketing support geschäftsführer geschäftsführerin leiter leiterin vertrieb inhaber directeur directrice",
        "responsable gérant director directora gerente direttore responsabile directeur kundendienst einkauf secretary",
        "department abteilung team dr prof dipl msc bsc phd product senior specialist analyst representative coordinator"
    )

    /// A phone number, an address of mail or web, or the name of such.
    var isContact: Bool {
        if isProse { return false }
        let digits = words.reduce(0) { $0 + ($1.isNumber ? $1.length : 0) }
        let letters = words.lazy.filter { !$0.isNumber }.count
        if digits >= 7, letters <= 4, words.count <= 10 { return true }
        return hasAddress && letters <= 4 || hasLink && letters <= 12 || isLabelled && (digits >= 4 || words.count <= 3)
    }

    /// A name, a title, a company, a place: a few words, mostly with capitals, that are no sentence.
    var isNameLike: Bool {
        guard !words.isEmpty, words.count <= 8, count <= 70, !isQuestion, !endsSentence || words.count <= 4 else {
            return false
        }
        if words.contains(where: { Self.companies.contains($0.key) || Self.titles.contains($0.key) }) { return true }
        let lower = words.filter { !$0.isCapital && !$0.isWide && !$0.isNumber && $0.length > 3 }.count
        return words[0].isCapital && lower * 2 < words.count || words.allSatisfy(\.isWide) && words.count <= 3
    }

    /// A name and nothing else.
    var isName: Bool {
        guard (1...4).contains(words.count), count <= 40, !isQuestion else { return false }
        return words.allSatisfy { ($0.isCapital || $0.isWide && $0.length <= 6 || $0.length <= 3) && !$0.isNumber }
            && (words[0].isCapital || words[0].isWide) && !endsSentence
    }

    /// A sentence, or a part of one.
    var isProse: Bool {
        words.count >= 12 && !hasLink || endsSentence && words.count >= 6 || isQuestion
    }

    var isClosing: Bool {
        words.count <= 5 && !isQuestion && !words.isEmpty
            && ClosingWords.phrases.contains(Word.key(words.lazy.map(\.key)))
    }
}
