/// What words of a reply, or of the message it answers, can be a cue for: a label in `config/charter` each.
enum Cue: Int, CaseIterable, Hashable, Sendable {
    // How a reply is built
    case greeting
    case closing
    case impersonal
    case thanks
    case restate
    case common

    // What the customer gets, and when
    case yes
    case gain
    case done
    case commitment
    case time
    case vagueTime
    case money
    case answerLater
    case process
    case conditional
    case invite
    case instruction

    // What is refused, and why
    case refusal
    case regret
    case contrast
    case alternative
    case reason
    case policy
    case limit
    case negation
    case passiveDecision
    case owner

    // How it is said
    case apology
    case apologyFormula
    case apologyDeflected
    case empathy
    case ownFault
    case blame
    case cheer
    case feedback
    case jargon
    case we
    case you

    // What is asked of the customer
    case demand
    case request
    case noNeed
    case optional
    case burden
    case actTravel
    case actPhone
    case actPrint
    case actOnline
    case actApp
    case actPay
    case actPack
    case actRetry
    case itemOrder
    case itemInvoice
    case itemPhoto
    case itemAddress
    case itemDate
    case itemPhone
    case itemEmail
    case itemName
    case itemAmount
    case itemProduct

    // In the customer's message
    case gavePhoto
    case questionWhen
    case questionAmount
    case bereaved
    case upset
    case meansTravel
    case meansPhone
    case meansPrint
    case meansOnline
    case meansApp
    case meansPack

    // Words by which a language is known
    case tongueEn
    case tongueDe
    case tongueFr
    case tongueEs

    /// As files name it: in small letters, `vague_time` for `vagueTime`.
    var label: String {
        "\(self)".reduce(into: "") { label, letter in
            label += letter.isUppercase ? "_\(letter.lowercased())" : String(letter)
        }
    }

    static let byLabel = Dictionary(uniqueKeysWithValues: allCases.map { ($0.label, $0) })

    /// Languages by the cue that tells them.
    static let tongues: [(cue: Cue, language: String)] = [
        (.tongueEn, "en"), (.tongueDe, "de"), (.tongueFr, "fr"), (.tongueEs, "es"),
    ]

    /// Its place among `tongues`, which stand in the order of their cues.
    var tongue: Int? {
        rawValue >= Cue.tongueEn.rawValue ? rawValue - Cue.tongueEn.rawValue : nil
    }

    /// Words that bear no meaning of their own.
    static let meaningless: CueSet = [.common, .tongueEn, .tongueDe, .tongueFr, .tongueEs]
}
