import Chat
import Foundation
package import Model
import Storage

/// A Telegram bot that is polled (`getUpdates`), for desks that Telegram cannot call.
///
/// Telegram forgets an update when a later one is asked for, so that the offset moves only with a page that is durable: both
/// are kept in one transaction, and the next request takes its offset from the store.
package struct TelegramPoll: MailSource {
    private let name: InboxName
    private let settings: ChannelSettings
    private let parts: PollParts
    private let patience: Int
    private let report: @Sendable (SourceEvent) -> Void

    /// - Parameter patience: seconds for which Telegram keeps a request open.
    package init(
        name: InboxName,
        settings: ChannelSettings,
        parts: PollParts,
        patience: Int = TelegramAPI.longestPoll,
        report: @escaping @Sendable (SourceEvent) -> Void
    ) {
        self.name = name
        self.settings = settings
        self.parts = parts
        self.patience = patience
        self.report = report
    }

    package func run() async {
        var limit = TelegramAPI.largestPage
        await PollLoop(parts: parts, report: report).run { try await look(&limit) }
    }

    /// Telegram tells only of what was not taken yet, and asking for that would end the poll that runs. So there is nothing
    /// to hold against the store; how many updates wait is a matter of `ChannelReconciliation`.
    package func listing() async throws -> MailboxListing {
        MailboxListing(inbox: name, mailbox: "", validity: 0, items: [])
    }

    package func probe() async throws -> String {
        let info = try await TelegramQuestion(settings: settings, parts: parts).webhookInfo()
        guard info.url.isEmpty else {
            throw ChannelError.configuration(
                "Telegram calls \(info.url.asShownURL) for this bot, so it cannot be polled. "
                    + "Delete the webhook, or set “receive: webhook”."
            )
        }
        return "Telegram, polled; \(info.pending) updates wait there"
    }

    /// - Parameter limit: updates to ask for; fewer after an answer that was too large.
    private func look(_ limit: inout Int) async throws -> Duration {
        let api = try settings.telegram()
        let secret = try parts.secrets.read(for: api)
        let kept = try await parts.store.channelCursor(of: name) ?? ChannelCursor(inbox: name)
        // Every bot numbers its updates by itself: the offset of another one would pass over what waits.
        let cursor = kept.continued(in: TelegramAPI.bot(of: secret))
        let began = parts.now()
        guard let answer = try await ask(api, cursor.position, secret, &limit) else { return .zero }
        let page = try TelegramUpdates(TelegramSaid.result(in: answer, at: parts.now()))
        guard page.count > 0 else {
            report(.reached)
            // Something between us and Telegram that answers at once must not be asked without end.
            return parts.now().timeIntervalSince(began) < 1 ? .seconds(1) : .zero
        }
        let isNew = try await keep(
            page,
            answer,
            since: cursor,
            shown: api.shownURL(from: cursor.position, limit: limit, patience: patience)
        )
        if isNew { report(.brought(1)) }
        guard let next = page.next else {
            throw AskError(.nonsense, "Telegram gives updates without numbers, which cannot be confirmed.")
        }
        guard isNew || next != cursor.position else {
            throw AskError(.nonsense, "Telegram gives the same updates again, though they were confirmed.")
        }
        report(.reached)
        limit = TelegramAPI.largestPage
        return .zero
    }

    /// nil where the answer was too large, and fewer updates are to be asked for.
    private func ask(
        _ api: TelegramAPI,
        _ offset: String?,
        _ secret: String,
        _ limit: inout Int
    ) async throws -> APIAnswer? {
        do {
            return try await parts.exchange.answer(
                to: api.updates(from: offset, limit: limit, patience: patience, secret: secret),
                at: api.address,
                sizeLimit: settings.sizeLimit,
                patience: .seconds(patience)
            )
        } catch .oversized where limit > 1 {
            limit /= 4
            if limit == 0 { limit = 1 }
            return nil
        } catch {
            throw ChannelError(error, from: api.address.description)
        }
    }

    private func keep(
        _ page: TelegramUpdates,
        _ answer: APIAnswer,
        since cursor: ChannelCursor,
        shown url: String
    ) async throws -> Bool {
        let delivery = NewDelivery(
            channel: name,
            request: ReceivedRequest(
                method: "GET",
                url: url,
                fields: answer.fields.withoutCookies,
                body: answer.body ?? []
            ),
            identity: .bytes
        )
        return try await parts.keep(
            delivery,
            advancing: page.next.map { ChannelCursor(inbox: name, source: cursor.source, position: $0) }
        )
    }
}

extension ChannelSettings {
    /// Throws a sentence where the address of the API is none.
    func telegram() throws(ChannelError) -> TelegramAPI {
        do { return try TelegramAPI(self) } catch { throw ChannelError(error) }
    }
}
