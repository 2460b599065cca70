/// What an out-of-office answer says of the absence.
package struct Absence: Hashable, Sendable, Codable {
    /// The first day back, `yyyy-mm-dd`; nil where no date is given.
    package var returnDate: String?
    /// The words that say so, as they stood.
    package var evidence: String

    package init(returnDate: String?, evidence: String) {
        self.returnDate = returnDate
        self.evidence = evidence
    }
}
