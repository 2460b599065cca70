import Chat
import Foundation

/// Twilio's list of our messages.
struct TwilioAccount {
    private static let mostPages = 100

    let api: TwilioAPI
    let reconciliation: ChannelReconciliation

    func listing(since start: Date) async throws -> (inbound: [TwilioListing.Entry], unclear: Int) {
        var (inbound, unclear): ([TwilioListing.Entry], Int) = ([], 0)
        let secret = try reconciliation.authority()
        var request: APIRequest? = api.messages(since: start, secret: secret)
        for _ in 0..<Self.mostPages {
            guard let asked = request else { break }
            let page = try TwilioListing(await json(asked))
            inbound += page.inbound
            unclear += page.unclear
            request = page.next.flatMap { api.page(at: $0, secret: secret) }
        }
        return (inbound, unclear)
    }

    func files(of message: String) async throws -> [TwilioListing.File] {
        try TwilioListing.files(await json(api.files(of: message, secret: reconciliation.authority())))
    }

    private func json(_ request: APIRequest) async throws -> JSONValue {
        try await reconciliation.json(of: request, at: api.address, provider: "Twilio")
    }
}
