package import Storage
import Testing

/// One sentence of the contract of `Store`, and how it is shown to hold. Every engine runs all of them, each on an
/// empty store of its own.
package struct ContractCase: CustomStringConvertible, Sendable {
    package var description: String
    private var check: @Sendable (Scene) async throws -> Void

    init(_ sentence: String, check: @escaping @Sendable (Scene) async throws -> Void) {
        description = sentence
        self.check = check
    }

    /// Runs the check on an empty store, then the law of custody, and closes the store.
    package func run(on store: any Store) async throws {
        let scene = Scene(store: store)
        try await check(scene)
        try await scene.expectCustody()
        try await store.close()
    }

    /// The whole contract.
    package static let all: [ContractCase] =
        taking + claiming + filing + bursting + stopping + arrivingInPart + threading + merging + parking + queueing
        + drafting + approving
        + delivering
        + recovering + undoing + acknowledging + looking + access + alerts + learning + hostileText + concurrency
        + accepting + claimingDeliveries + unpacking + parkingDeliveries + lookingAtDeliveries + chatting
        + receipts + turns
        + promising + fulfilling + moving + granting + limiting + occasions + following + seconding + asking + customers
        + identifying + sharingGoodwill + random
}
