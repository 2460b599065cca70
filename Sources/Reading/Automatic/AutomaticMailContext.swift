/// What the rules for automatic mail need to know beyond the message itself.
package struct AutomaticMailContext: Sendable {
    /// How a message came to us.
    package enum Arrival: String, Hashable, Sendable {
        case live
        /// The first look at an inbox's past.
        case backfill
        /// `wavelength import`.
        case importing
        /// Listed again after UIDVALIDITY changed.
        case rescan
    }

    /// A field by which a filter upstream marks spam or viruses, such as `X-Spam-Flag: YES`. Only fields that our own
    /// servers set can be trusted, so there is no default.
    package struct FilterMark: Hashable, Sendable {
        package var field: String
        /// Compared without case with the beginning of the value.
        package var value: String

        package init(field: String, value: String) {
            self.field = field
            self.value = value
        }
    }

    /// Addresses and aliases of all our inboxes, as `MailAddress.key`.
    package var ourAddresses: Set<String>
    /// Whether a `Message-ID`, without angle brackets, holds a token of ours that verifies.
    package var isOurMessageID: @Sendable (String) -> Bool
    /// The field in which our automatic mail carries its mark.
    package var loopField: String
    /// Whether the value of such a field verifies as ours; an unsigned copy proves nothing.
    package var isOurLoopMark: @Sendable (String) -> Bool
    package var filterMarks: [FilterMark]
    /// The authserv-ids whose `Authentication-Results` we believe (RFC 8601 §2.5), in lower case.
    package var authenticationServers: Set<String>
    /// In octets.
    package var sizeLimit: Int
    /// The most `Received` fields a message may have.
    package var receivedLimit: Int
    package var arrival: Arrival
    /// Since the message was received by our server; nil where unknown.
    package var age: Duration?
    package var ageLimit: Duration

    package init(
        ourAddresses: Set<String>,
        isOurMessageID: @escaping @Sendable (String) -> Bool = { _ in false },
        loopField: String = "X-Wavelength-Loop",
        isOurLoopMark: @escaping @Sendable (String) -> Bool = { _ in false },
        filterMarks: [FilterMark] = [],
        authenticationServers: Set<String> = [],
        sizeLimit: Int = 25_000_000,
        receivedLimit: Int = 30,
        arrival: Arrival = .live,
        age: Duration? = nil,
        ageLimit: Duration = .seconds(86_400)
    ) {
        self.ourAddresses = ourAddresses
        self.isOurMessageID = isOurMessageID
        self.loopField = loopField
        self.isOurLoopMark = isOurLoopMark
        self.filterMarks = filterMarks
        self.authenticationServers = authenticationServers
        self.sizeLimit = sizeLimit
        self.receivedLimit = receivedLimit
        self.arrival = arrival
        self.age = age
        self.ageLimit = ageLimit
    }
}
