import Model

/// How the customer is addressed, where the language makes a difference.
struct AddressView: Sendable {
    var isFormal: Bool
    /// `Sie`, `vous`, `usted`; and `du`, `tu`, `tú`.
    var formal: String
    var informal: String
    /// Whether somebody has said so, or it is only how the inbox does it.
    var isKept: Bool

    private static let words = ["de": ("Sie", "du"), "fr": ("vous", "tu"), "es": ("usted", "tú")]

    /// nil where the language makes none.
    ///
    /// - Parameters:
    ///   - kept: what somebody has said; nil where nobody has.
    ///   - drafted: how the draft does it.
    init?(language: String, kept: Formality?, drafted: Formality) {
        guard let (formal, informal) = Self.words[language] else { return nil }
        isFormal = (kept ?? drafted) == .formal
        self.formal = formal
        self.informal = informal
        isKept = kept != nil
    }
}
