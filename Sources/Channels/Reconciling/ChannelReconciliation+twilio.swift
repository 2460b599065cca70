import Chat
import Foundation
import Model
import Storage

extension ChannelReconciliation {
    private static let day: TimeInterval = 86_400
    /// Seconds that the first look goes back, and that a delivery's number is remembered at least.
    private static let firstReach = 8 * day

    /// Twilio gives up a webhook within seconds, and nobody may have been here for days: what came since the last look that
    /// found everything is listed. Where that was is this channel's cursor, which nothing else uses.
    func reconcileTwilio(_ channel: TwilioChannel) async throws -> Reconciled {
        let account = TwilioAccount(api: try TwilioAPI(channel, settings), reconciliation: self)
        let now = parts.now()
        let start = try await start(before: now)
        let listed = try await account.listing(since: start)
        var missing = try await unknown(of: listed.inbound)
        if !missing.isEmpty {
            await parts.rest(Self.grace)
            missing = try await unknown(of: missing)
        }
        // A conversation is read in the order in which it was written.
        for message in missing.reversed() { try await fetch(message, from: account) }
        if listed.isWhole { try await note(lookAt: now) }
        return .twilio(listed, since: start, fetched: missing.count)
    }

    /// A day more than what was not looked at yet: Twilio lists by the days of UTC, and may list a message late.
    private func start(before now: Date) async throws -> Date {
        let position = try await parts.store.channelCursor(of: name)?.position
        let last = position.flatMap { try? Date($0, strategy: .iso8601) }
        return last.map { $0.addingTimeInterval(-Self.day) } ?? now.addingTimeInterval(-Self.firstReach)
    }

    private func note(lookAt time: Date) async throws {
        _ = try await parts.keep(nil, advancing: ChannelCursor(inbox: name, position: time.formatted(.iso8601)))
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
    /// A list that was not read to its end leaves a gap of one at least: nobody knows.
    fileprivate static func twilio(_ listed: TwilioAccount.Listing, since start: Date, fetched: Int) -> Reconciled {
        let count = listed.inbound.count.counted("message", "messages")
        var words = ["Twilio lists \(count) since \(CalendarDay(start, in: .gmt).text)"]
        words.append(
            fetched > 0
                ? "; \(fetched.counted("was", "were")) missing here, and fetched."
                : listed.isWhole && listed.unclear == 0 ? ", and all are here." : "."
        )
        if !listed.isWhole {
            words.append(
                " Its list goes on where it was not read, so older ones may be missing: look into Twilio's log."
            )
        }
        if listed.unclear > 0 {
            words.append(" \(listed.unclear) of its list cannot be made out: look into Twilio's log of messages.")
        }
        let gap = listed.isWhole ? listed.unclear : max(listed.unclear, 1)
        return Reconciled(gap: gap, fetched: fetched, sentence: words.joined())
    }
}
