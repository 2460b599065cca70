/// The name that a reply greets.
struct GreetedName {
    /// Folded, without titles.
    let words: [String]
    /// nil where the greeting names nobody.
    let range: Range<Int>?

    private static let mostWords = 4

    init(_ text: CheckedText) {
        var names: [(word: String, range: Range<Int>)] = []
        for range in Self.capitalWords(in: text.layout.greeting, of: text.scalars) {
            let word = NameWords.folded(text.string(range))
            if Self.notNames.contains(word) || NameWords.titles.contains(word) { continue }
            names.append((word, range))
        }
        words = names.map(\.word)
        if let first = names.first, let last = names.last, names.count <= Self.mostWords {
            range = first.range.lowerBound..<last.range.upperBound
        } else {
            range = nil
        }
    }

    private static func capitalWords(in greeting: Range<Int>, of scalars: [Unicode.Scalar]) -> [Range<Int>] {
        var ranges: [Range<Int>] = []
        var start: Int?
        for index in greeting.lowerBound...greeting.upperBound {
            let isLetter = index < greeting.upperBound && (scalars[index].isWordPart || scalars[index] == "'")
            if isLetter, start == nil { start = index }
            guard !isLetter, let first = start else { continue }
            if scalars[first].isCapital, index - first > 1 { ranges.append(first..<index) }
            start = nil
        }
        return ranges
    }

    /// What stands in greetings beside names.
    private static let notNames = NameWords.set([
        "hello", "hi", "hey", "dear", "good", "morning", "afternoon", "evening", "day", "greetings", "customer", "all",
        "team", "there", "everyone", "guest", "member", "client", "valued", "thank", "thanks",
        "hallo", "guten", "tag", "morgen", "abend", "liebe", "lieber", "sehr", "geehrte", "geehrter", "geehrtes",
        "damen", "herren", "kunde", "kundin", "moin", "servus", "gruss", "grüss", "gast", "werte", "werter",
        "bonjour", "bonsoir", "salut", "coucou", "cher", "chere", "chers", "client", "cliente", "madame", "monsieur",
        "mesdames", "messieurs",
        "hola", "buenos", "buenas", "dias", "tardes", "noches", "estimado", "estimada", "estimados", "querido",
        "querida", "apreciado", "apreciada", "senores", "usuario", "usuaria",
    ])
}

/// What stands below the body, and whether a person signed.
struct Signature {
    let range: Range<Int>
    let namesPerson: Bool

    init(_ text: CheckedText) {
        let start = text.layout.signatureStart
        let lines = ReplyLayout.lines(of: text.scalars, after: start)
        let end = text.scalars.count
        range = start < end ? start..<end : text.bodyEnd
        namesPerson = lines.contains { Self.isSigned($0, in: text) }
    }

    /// A line of a person's name: short, each word beginning with a capital, and none of them a team's.
    private static func isSigned(_ line: Range<Int>, in text: CheckedText) -> Bool {
        let scalars = text.scalars[line]
        if zip(scalars, scalars.dropFirst()).contains(where: { $0 == "[" && $1 == "[" }) { return true }
        if !text.reply.signedBy.isEmpty {
            let string = text.string(line)
            if text.reply.signedBy.contains(where: { !$0.isEmpty && string.contains($0) }) { return true }
        }
        return scalars.split(whereSeparator: endsName).contains(where: isName)
    }

    private static func endsName(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar {
        case ",", "|", "(", "–", "—": true
        default: false
        }
    }

    private static func isName(_ segment: ArraySlice<Unicode.Scalar>) -> Bool {
        let parts = segment.split { $0 == " " }.drop { $0.first?.isLetter != true }
        guard let first = parts.first, parts.count <= 5, first.first?.isCapital == true else { return false }
        let words = parts.flatMap { $0.split(separator: "-") }.map(folded)
        guard !words.contains(where: Impersonal.words.contains), !Impersonal.isClosing(words) else { return false }
        let name = parts.prefix { $0.first?.isCapital == true }
        guard name.count < parts.count else { return true }
        let next = String(scalars: parts[parts.startIndex + name.count])
        return name.count <= 3 && Impersonal.linking.contains(NameWords.folded(next))
    }

    /// The letters of a word.
    private static func folded(_ word: ArraySlice<Unicode.Scalar>) -> String {
        let letters = word.filter(\.isLetter)
        return NameWords.folded(String(scalars: letters[...]))
    }
}

/// Words in signatures that are no person's.
enum Impersonal {
    /// "Anna from support".
    static let linking = NameWords.set([
        "from", "at", "von", "vom", "aus", "de", "du", "del", "chez", "and", "und", "et", "y",
    ])

    static let words = NameWords.set([
        "team", "support", "service", "services", "customer", "customers", "care", "department", "management", "office",
        "desk", "shop", "company", "ltd", "inc", "gmbh", "ag", "sa", "sl", "sarl", "bank", "hotel", "city", "council",
        "relations", "guest", "sales", "billing", "help", "helpdesk", "staff", "crew", "reservations", "store",
        "kundenservice", "kundendienst", "kundenbetreuung", "serviceteam", "abteilung", "direktion", "hoteldirektion",
        "leitung", "verwaltung", "stadt", "amt", "buro", "sekretariat", "beratung", "buchhaltung", "kundencenter",
        "client", "clients", "clientele", "equipe", "direction", "assistance", "departement", "mairie", "agence",
        "accueil", "secretariat", "atencion", "cliente", "clientes", "equipo", "direccion", "departamento",
        "asistencia", "ayuntamiento", "soporte", "gerencia", "administracion", "example", "servicio",
    ])

    /// "Kind regards" and the like, which may end in a comma.
    static func isClosing(_ words: [String]) -> Bool {
        words.contains(where: closings.contains)
    }

    private static let closings = NameWords.set([
        "regards", "wishes", "sincerely", "faithfully", "cheers", "thanks", "greetings", "best", "sympathy", "truly",
        "grusse", "grussen", "gruss", "grusen", "dank", "hochachtungsvoll", "herzlichst", "liebe", "danke", "dann",
        "cordialement", "salutations", "vous", "bientot", "merci", "sinceres", "amicalement", "sportivement", "bien",
        "saludo", "saludos", "atentamente", "cordialmente", "abrazo", "gracias", "pronto", "sinceramente", "kind",
        "warm", "yours", "take", "bis", "viele", "mit", "gracia", "cordiales", "distinguees", "recevez", "veuillez",
    ])
}
