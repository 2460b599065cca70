import Model

/// What a message and its writer's record show, as far as a template may speak to it: a set of named bits.
struct Signs: OptionSet, Hashable, Sendable {
    let rawValue: UInt64

    static let complaint = Signs(bit: 0)
    static let distress = Signs(bit: 1)
    static let secondContact = Signs(bit: 2)
    static let brokenPromise = Signs(bit: 3)
    /// Any of the four.
    static let recovery = Signs(bit: 4)
    static let negative = Signs(bit: 5)
    static let veryNegative = Signs(bit: 6)
    static let positive = Signs(bit: 7)
    static let urgent = Signs(bit: 8)
    static let effort = Signs(bit: 9)
    static let churnRisk = Signs(bit: 10)
    static let publicRisk = Signs(bit: 11)
    static let praise = Signs(bit: 12)
    static let severalMatters = Signs(bit: 13)
    static let formal = Signs(bit: 14)
    static let informal = Signs(bit: 15)

    private static let firstCircumstance = 32

    init(rawValue: UInt64) {
        self.rawValue = rawValue
    }

    private init(bit: Int) {
        self.init(rawValue: 1 << UInt64(bit))
    }

    init(_ cause: RecoveryCause) {
        switch cause {
        case .complaint: self = .complaint
        case .distress: self = .distress
        case .secondContact: self = .secondContact
        case .brokenPromise: self = .brokenPromise
        }
    }

    init(_ circumstance: NamedCircumstance.Kind) {
        let index = NamedCircumstance.Kind.allCases.firstIndex(of: circumstance) ?? 0
        self.init(bit: Self.firstCircumstance + index)
    }

    /// By the names that templates use, such as `very_negative` or `circumstance.mobility`.
    static let named: [String: Signs] = {
        let signals: [String: Signs] = [
            "negative": .negative, "very_negative": .veryNegative, "positive": .positive, "urgent": .urgent,
            "effort": .effort, "churn_risk": .churnRisk, "public_risk": .publicRisk, "praise": .praise,
        ]
        var named = signals
        for (name, sign) in signals { named["signal.\(name)"] = sign }
        for cause in RecoveryCause.allCases { named[cause.rawValue] = Signs(cause) }
        for kind in NamedCircumstance.Kind.allCases { named["circumstance.\(kind.rawValue)"] = Signs(kind) }
        named["signal.distress"] = .distress
        named["recovery"] = .recovery
        named["several_matters"] = .severalMatters
        named["formal"] = .formal
        named["informal"] = .informal
        return named
    }()
}

extension Signs {
    init(_ signals: Signals) {
        self = []
        if signals.sentiment <= -1 { insert(.negative) }
        if signals.sentiment <= -2 { insert(.veryNegative) }
        if signals.sentiment >= 1 { insert(.positive) }
        if signals.urgency >= 2 { insert(.urgent) }
        if signals.effort >= 2 { insert(.effort) }
        if signals.churnRisk { insert(.churnRisk) }
        if signals.publicComplaintRisk { insert(.publicRisk) }
        if signals.praisesPerson { insert(.praise) }
        if signals.distress { insert(.distress) }
    }
}
