import Chat
import Foundation

/// Twilio's list of our messages.
struct TwilioAccount {
    /// What was read of the list.
    struct Listing {
        /// Newest first, as Twilio lists them.
        var inbound: [TwilioListing.Entry] = []
        var unclear = 0
        /// Whether that is all: there may be more pages than are read, or one that lies elsewhere.
        var isWhole = false

        fileprivate mutating func add(_ page: TwilioListing) {
            inbound += page.inbound
            unclear += page.unclear
        }
    }

    private static let mostPages = 500

    let api: TwilioAPI
    let reconciliation: ChannelReconciliation

    func listing(since start: Date) async throws -> Listing {
        var listing = Listing()
        let secret = try reconciliation.authority()
        var request = api.messages(since: start, secret: secret)
        for _ in 0..<Self.mostPages {
            let page = try TwilioListing(await json(request))
            listing.add(page)
            guard let next = page.next else {
                listing.isWhole = true
                return listing
            }
            guard let following = api.page(at: next, secret: secret) else { return listing }
            request = following
        }
        return listing
    }

    func files(of message: String) async throws -> [TwilioListing.File] {
        try TwilioListing.files(await json(api.files(of: message, secret: reconciliation.authority())))
    }

    private func json(_ request: APIRequest) async throws -> JSONValue {
        try await reconciliation.json(of: request, at: api.address, provider: "Twilio")
    }
}
