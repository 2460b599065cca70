import Model

// What was read from a message, in words for the people at the desk.

extension NamedCircumstance.Kind {
    var words: String {
        switch self {
        case .mobility: "getting about"
        case .family: "family"
        case .health: "health"
        case .time: "time"
        case .travel: "travelling"
        case .money: "money"
        case .alreadyTried: "already tried"
        case .repeatContact: "wrote before"
        case .equipment: "equipment"
        case .language: "language"
        case .other: "circumstance"
        }
    }
}

extension Fact.Kind {
    var words: String {
        switch self {
        case .orderID: "order"
        case .amount: "amount"
        case .date: "date"
        case .phone: "telephone"
        case .email: "e-mail"
        case .url: "link"
        case .address: "address"
        case .name: "name"
        case .product: "product"
        }
    }
}

extension Signals {
    /// What most needs a person first.
    var words: [String] {
        var words: [String] = []
        if distress { words.append("in distress: see to this first") }
        if publicComplaintRisk { words.append("may complain in public") }
        if churnRisk { words.append("speaks of leaving") }
        if urgency > 0 { words.append(["", "some hurry", "urgent", "very urgent"][min(urgency, 3)]) }
        if effort > 1 { words.append("went to much trouble") }
        switch sentiment {
        case ...(-2): words.append("very unhappy")
        case -1: words.append("unhappy")
        case 1: words.append("pleased")
        case 2...: words.append("delighted")
        default: break
        }
        if praisesPerson { words.append("praises one of us") }
        return words
    }
}
