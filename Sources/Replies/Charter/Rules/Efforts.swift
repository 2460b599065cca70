import Model

// "The customer's circumstances count."

extension CharterRule {
    static let burdenOnCustomer = CharterRule(
        "burden_on_customer",
        page: "no-labyrinth",
        advice: "Do it for the customer, or offer to; ask only for what nobody else can do."
    ) { text in
        let burdens = text.body.indices.filter { index in
            let sentence = text.body[index]
            guard sentence.has(.burden), !sentence.hasAny([.optional, .noNeed, .conditional]) else { return false }
            // "I have called the carrier" is done for the customer.
            return !(sentence.has(.owner) && sentence.hasAny([.done, .commitment]))
        }
        guard let first = burdens.first, !text.has(.alternative) else { return [] }
        return [text.place(of: .burden, in: first)]
    }

    static let contradictsCircumstance = CharterRule(
        "contradicts_circumstance",
        page: "circumstances",
        advice: "The customer said that this is not possible for them: find a way that needs nothing of it."
    ) { text, _ in
        guard let message = text.message else { return [] }
        let hindrances = Hindrance.all(in: message).filter { text.has($0.act) }
        guard !hindrances.isEmpty else { return [] }
        return text.body.indices.compactMap { index in
            let sentence = text.body[index]
            guard !sentence.hasAny([.noNeed, .optional]) else { return nil }
            let acts = hindrances.lazy.filter { $0.contradicts(sentence) }.map(\.act)
            let places = acts.map { text.place(of: $0, in: index) }
            return places.first { !text.isDenied($0) }.map { Place(range: $0) }
        }
    }

    static let asksAgain = CharterRule(
        "asks_again",
        page: "no-labyrinth",
        advice: "This is in the customer's message: use it instead of asking for it."
    ) { text, _ in
        guard let message = text.message else { return [] }
        let given = GivenItem.all.filter { text.has($0.cue) && $0.isGiven(by: message) }
        guard !given.isEmpty else { return [] }
        return text.body.indices.compactMap { index in
            let sentence = text.body[index]
            guard sentence.hasAny([.request, .demand]) || sentence.isQuestion else { return nil }
            guard !sentence.hasAny([.noNeed, .optional, .conditional]) else { return nil }
            guard let item = given.first(where: { sentence.has($0.cue) && !$0.isRepeated(in: index, of: text) }) else {
                return nil
            }
            return Place(range: text.place(of: item.cue, in: index))
        }
    }
}

extension CheckedText {
    /// Whether the word before says that it is not so: "without calling", "kein Anruf".
    fileprivate func isDenied(_ range: Range<Int>) -> Bool {
        let before = string(max(0, range.lowerBound - 12)..<range.lowerBound)
        guard let word = before.split(separator: " ").last?.lowercased() else { return false }
        return Self.denials.contains(word)
    }

    private static let denials: Set<String> = [
        "without", "no", "not", "never", "ohne", "kein", "keine", "keinen", "nicht", "nie", "sans", "pas", "aucun",
        "aucune", "sin", "ningún", "ninguna",
    ]
}

/// Something that the customer said they cannot do, or have done already.
struct Hindrance {
    /// The cue for being asked to do it.
    let act: Cue

    func contradicts(_ sentence: CheckedSentence) -> Bool {
        sentence.has(act) && !sentence.has(.refusal)
    }

    private static let ways: [(means: Cue, act: Cue)] = [
        (.meansTravel, .actTravel), (.meansPhone, .actPhone), (.meansPrint, .actPrint), (.meansOnline, .actOnline),
        (.meansApp, .actApp), (.meansPack, .actPack),
    ]

    static func all(in message: CheckedMessage) -> [Hindrance] {
        var acts = ways.map(\.act).filter { act in message.pleas.contains { $0.contains(act) } }
        for circumstance in message.circumstances {
            acts += ways.filter { circumstance.cues.contains($0.means) }.map(\.act)
            switch circumstance.kind {
            case .mobility: acts.append(.actTravel)
            case .money: acts.append(.actPay)
            case .alreadyTried: acts.append(.actRetry)
            default: break
            }
        }
        return Set(acts).sorted { $0.rawValue < $1.rawValue }.map(Hindrance.init)
    }
}

/// Something that a reply may ask for and a message may have given.
struct GivenItem: Sendable {
    let cue: Cue
    let kind: Fact.Kind?

    static let all: [GivenItem] = [
        .init(cue: .itemOrder, kind: .orderID), .init(cue: .itemInvoice, kind: .orderID),
        .init(cue: .itemPhoto, kind: nil), .init(cue: .itemAddress, kind: .address),
        .init(cue: .itemDate, kind: .date), .init(cue: .itemPhone, kind: .phone),
        .init(cue: .itemEmail, kind: .email), .init(cue: .itemName, kind: .name),
        .init(cue: .itemAmount, kind: .amount), .init(cue: .itemProduct, kind: .product),
    ]

    func isGiven(by message: CheckedMessage) -> Bool {
        guard let kind else { return message.attachments > 0 || message.has(.gavePhoto) }
        return message.reading.facts.contains { $0.kind == kind }
    }

    /// "Is 12 Hill Street still right?" shows that we know it.
    func isRepeated(in index: Int, of text: CheckedText) -> Bool {
        guard let kind, let message = text.message else { return false }
        let words = text.string(text.body[index].range)
        return message.reading.facts.contains { $0.kind == kind && words.contains($0.span.text) }
    }
}
