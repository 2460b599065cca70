import Model

/// The parts that replies of every language are put together with; each is a file `_<name>.md`.
package enum PartName: String, CaseIterable, Hashable, Sendable {
    case greeting
    case closing
    case signature
    /// Answers an ask that no template of the reply answers.
    case askLeft = "ask_left"
    /// Turns from one matter to the next.
    case joint
    /// Names a limit.
    case limit
    /// Makes up for a failure, where a template does not.
    case recovery
    case goodwill
    /// What is said where a look-up found nothing.
    case lookupMissing = "lookup_missing"
    /// What is said where a look-up did not answer, or with something that cannot be used.
    case lookupLate = "lookup_late"
}

extension PartName {
    /// The slots that its file may use without declaring them.
    var usualSlots: [SlotDeclaration] {
        switch self {
        case .askLeft: [Self.slot("answer", UsualQuestion.answer.rawValue)]
        case .recovery:
            [
                Self.slot("what_happened", UsualQuestion.whatHappened.rawValue),
                Self.slot("what_changes", UsualQuestion.whatChanges.rawValue),
            ]
        case .goodwill: [Self.slot(SlotName.goodwill, "", isRequired: false)]
        case .greeting, .closing, .signature, .joint, .limit, .lookupMissing, .lookupLate: []
        }
    }

    private static func slot(_ name: String, _ label: String, isRequired: Bool = true) -> SlotDeclaration {
        SlotDeclaration(slot: Slot(name: name, label: label, isRequired: isRequired), line: 1)
    }
}
