import Chat
import Foundation
import Model
import Storage

extension ChannelReconciliation {
    private static let day: TimeInterval = 86_400

    func reconcileTwilio(_ channel: TwilioChannel) async throws -> Reconciled {
        let api = try TwilioAPI(channel, settings)
        let account = TwilioAccount(api: api, reconciliation: self)
        let listed = try await account.listing(since: parts.now().addingTimeInterval(-Self.day))
        var missing = try await unknown(of: listed.inbound)
        if !missing.isEmpty {
            await parts.rest(Self.grace)
            missing = try await unknown(of: missing)
        }
        for message in missing { try await fetch(message, from: account) }
        return .twilio(listed: listed.inbound.count, fetched: missing.count, unclear: listed.unclear)
    }

    /// Those that are not among the messages of the channel.
    private func unknown(of listed: [TwilioListing.Entry]) async throws -> [TwilioListing.Entry] {
        guard !listed.isEmpty else { return [] }
        let known = try await custody.items(inbox: name, mailbox: "", validity: 0)
        return listed.filter { !known.contains($0.id) }
    }

    private func fetch(_ message: TwilioListing.Entry, from account: TwilioAccount) async throws {
        let files = message.files > 0 ? try await account.files(of: message.id) : []
        let delivery = NewDelivery(
            channel: name,
            request: account.api.delivery(of: message, files: files),
            identity: .bytes
        )
        if try await parts.keep(delivery, advancing: nil) { brought(1) }
    }

    /// The secret, read anew.
    func authority() throws(ChannelError) -> String {
        guard let reference = settings.authority else {
            throw .configuration("The channel \(name) has nothing that authorises questions in its configuration.")
        }
        return try parts.secrets.read(reference)
    }
}

extension Reconciled {
    fileprivate static func twilio(listed: Int, fetched: Int, unclear: Int) -> Reconciled {
        let all = "Twilio lists \(listed.counted("message", "messages")) of the last day"
        let sentence =
            switch (fetched, unclear) {
            case (0, 0): "\(all), and all are here."
            case (_, 0): "\(all); \(fetched.counted("was", "were")) missing here, and fetched."
            default: "\(all), and \(unclear) that cannot be made out; look into Twilio's log of messages."
            }
        return Reconciled(gap: unclear, fetched: fetched, sentence: sentence)
    }
}
