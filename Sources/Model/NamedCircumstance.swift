/// Something about their situation that the customer names, and that a good reply takes into account.
package struct NamedCircumstance: Hashable, Sendable, Codable {
    package enum Kind: String, Hashable, Sendable, Codable, CaseIterable {
        /// Cannot come, has no car, lives far away.
        case mobility
        /// Small children, somebody to care for, a bereavement.
        case family
        /// Ill, disabled, in hospital.
        case health
        /// Needs it by a day, works at our opening hours, has no time.
        case time
        /// Away, abroad, about to leave.
        case travel
        /// Short of money.
        case money
        /// Has tried what one would propose first.
        case alreadyTried = "already_tried"
        /// Has written or called before about the same.
        case repeatContact = "repeat_contact"
        /// Has no printer, no smartphone, no account, no packaging.
        case equipment
        /// Does not speak the language well.
        case language
        case other
    }

    package var kind: Kind
    package var span: TextSpan

    package init(_ kind: Kind, _ span: TextSpan) {
        self.kind = kind
        self.span = span
    }
}
