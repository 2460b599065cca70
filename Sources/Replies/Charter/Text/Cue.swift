/// What words of a reply, or of the message it answers, can be a cue for: a label in `config/charter` each.
enum Cue: String, CaseIterable, Hashable, Sendable {
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
    case vagueTime = "vague_time"
    case money
    case answerLater = "answer_later"
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
    case passiveDecision = "passive_decision"
    case owner

    // How it is said
    case apology
    case apologyFormula = "apology_formula"
    case apologyDeflected = "apology_deflected"
    case empathy
    case ownFault = "own_fault"
    case blame
    case cheer
    case feedback
    case jargon
    case we
    case you

    // What is asked of the customer
    case demand
    case request
    case noNeed = "no_need"
    case optional
    case burden
    case actTravel = "act_travel"
    case actPhone = "act_phone"
    case actPrint = "act_print"
    case actOnline = "act_online"
    case actApp = "act_app"
    case actPay = "act_pay"
    case actPack = "act_pack"
    case actRetry = "act_retry"
    case itemOrder = "item_order"
    case itemInvoice = "item_invoice"
    case itemPhoto = "item_photo"
    case itemAddress = "item_address"
    case itemDate = "item_date"
    case itemPhone = "item_phone"
    case itemEmail = "item_email"
    case itemName = "item_name"
    case itemAmount = "item_amount"
    case itemProduct = "item_product"

    // In the customer's message
    case gavePhoto = "gave_photo"
    case questionWhen = "question_when"
    case questionAmount = "question_amount"
    case bereaved
    case upset
    case meansTravel = "means_travel"
    case meansPhone = "means_phone"
    case meansPrint = "means_print"
    case meansOnline = "means_online"
    case meansApp = "means_app"
    case meansPack = "means_pack"

    // Words by which a language is known
    case english = "tongue_en"
    case german = "tongue_de"
    case french = "tongue_fr"
    case spanish = "tongue_es"

    var index: Int { Self.indices[self] ?? 0 }

    private static let indices = Dictionary(
        uniqueKeysWithValues: allCases.enumerated().map { ($0.element, $0.offset) }
    )

    /// Languages by the cue that tells them.
    static let tongues: [(cue: Cue, language: String)] = [
        (.english, "en"), (.german, "de"), (.french, "fr"), (.spanish, "es"),
    ]

    /// Words that bear no meaning of their own.
    static let meaningless: CueSet = [.common, .english, .german, .french, .spanish]
}

/// A set of cues.
struct CueSet: Hashable, Sendable, ExpressibleByArrayLiteral {
    private var low: UInt64 = 0
    private var high: UInt64 = 0

    init(arrayLiteral cues: Cue...) {
        for cue in cues { insert(cue) }
    }

    mutating func insert(_ cue: Cue) {
        insert(at: cue.index)
    }

    mutating func insert(at index: Int) {
        if index < 64 { low |= 1 << UInt64(index) } else { high |= 1 << UInt64(index - 64) }
    }

    mutating func formUnion(_ other: CueSet) {
        low |= other.low
        high |= other.high
    }

    func contains(_ cue: Cue) -> Bool {
        contains(at: cue.index)
    }

    func contains(at index: Int) -> Bool {
        index < 64 ? low & 1 << UInt64(index) != 0 : high & 1 << UInt64(index - 64) != 0
    }

    /// Whether they share a cue.
    func meets(_ other: CueSet) -> Bool {
        low & other.low != 0 || high & other.high != 0
    }

    var isEmpty: Bool { low | high == 0 }
}
