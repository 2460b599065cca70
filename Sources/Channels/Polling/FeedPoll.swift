import Chat
import Curl
import Foundation
package import Model
import Storage

/// A JSON feed that is read page by page, for help desks without webhooks.
///
/// In charge of that nothing of it is skipped: a page is kept as it came, and where to go on is kept with it in one
/// transaction. What the store refuses is asked for again, and what comes twice is known by its bytes or by the numbers of
/// its messages.
package struct FeedPoll: MailSource {
    /// Pages of one look; what is left comes with the next.
    private static let mostPages = 100

    let name: InboxName
    let settings: ChannelSettings
    let feed: FeedChannel
    let parts: PollParts
    private let report: @Sendable (SourceEvent) -> Void

    /// - Parameters:
    ///   - feed: that of `settings`.
    ///   - report: told of every look that failed, and of what came.
    package init(
        name: InboxName,
        settings: ChannelSettings,
        feed: FeedChannel,
        parts: PollParts,
        report: @escaping @Sendable (SourceEvent) -> Void
    ) {
        self.name = name
        self.settings = settings
        self.feed = feed
        self.parts = parts
        self.report = report
    }

    package func run() async {
        var memory = Memory()
        await PollLoop(parts: parts, report: report).run { try await look(&memory) }
    }

    /// What the last look saw of a feed without a cursor, so that a document of which only the time of its making is new is
    /// not kept again.
    private struct Memory {
        var messages: [UInt8]?
    }

    private func look(_ memory: inout Memory) async throws -> Duration {
        let kept = try await parts.store.channelCursor(of: name) ?? ChannelCursor(inbox: name)
        // Another address is read from its beginning: where the last one was left says nothing of it, and could hide what
        // is in it. What is known comes to nothing by its numbers.
        var cursor = kept.continued(in: feed.url)
        var seen: Set = [cursor.position]
        for _ in 0..<Self.mostPages {
            guard let answer = try await answer(from: cursor.position, since: cursor) else {
                report(.reached)
                break
            }
            let page = try FeedPage(answer.body ?? [], of: feed)
            let next = cursor.moved(to: page, answer)
            if try await keep(page, answer, cursor, next, &memory) { report(.brought(1)) }
            // Not before: a server that answers nonsense, or what cannot be kept, is not reached.
            report(.reached)
            guard !page.isEmpty, seen.insert(next.position).inserted else { break }
            cursor = next
        }
        return .seconds(max(1, feed.interval))
    }

    /// Whether it brought something new. An empty page moves the cursor all the same, where it says so.
    private func keep(
        _ page: FeedPage,
        _ answer: APIAnswer,
        _ cursor: ChannelCursor,
        _ next: ChannelCursor,
        _ memory: inout Memory
    ) async throws -> Bool {
        // As octets: to compare long texts as text can take a time by the square of their length.
        let messages = feed.cursor == nil ? Array(page.messages.compact.utf8) : nil
        let saysNothingNew = page.isEmpty || messages != nil && messages == memory.messages
        if saysNothingNew, next == cursor { return false }
        let delivery = saysNothingNew ? nil : delivery(of: answer, from: cursor.position)
        let isNew = try await parts.keep(delivery, advancing: next)
        memory.messages = messages
        return isNew
    }

    private func delivery(of answer: APIAnswer, from position: String?) -> NewDelivery {
        NewDelivery(
            channel: name,
            request: ReceivedRequest(
                method: "GET",
                url: feed.url(from: position),
                fields: answer.fields.withoutCookies,
                body: answer.body ?? []
            ),
            identity: .bytes
        )
    }

    /// nil where there is nothing new, or nothing at all.
    ///
    /// - Parameter known: whose validators are sent; they belong to the page at its position.
    func answer(from position: String?, since known: ChannelCursor?) async throws -> APIAnswer? {
        let address = try feed.address()
        let token = try settings.token.map { try parts.secrets.read($0) }
        let validators = known.map { HTTPValidators(etag: $0.etag, lastModified: $0.lastModified) }
        let answer: APIAnswer
        do {
            answer = try await parts.exchange.answer(
                to: feed.request(from: position, token: token),
                at: address,
                unlessMatching: validators,
                sizeLimit: settings.sizeLimit
            )
        } catch {
            throw ChannelError(error, from: address.description)
        }
        if answer.status == 304, known?.hasValidators == true { return nil }
        try answer.requireSuccess(from: address.description, at: parts.now())
        return answer.status == 204 ? nil : answer
    }
}

extension ChannelCursor {
    fileprivate var hasValidators: Bool { etag != nil || lastModified != nil }

    /// Behind a page. Its validators are worth something only where the next look asks for the same page again.
    fileprivate func moved(to page: FeedPage, _ answer: APIAnswer) -> ChannelCursor {
        guard let next = page.next, next != position else {
            let validators = answer.validators
            return ChannelCursor(
                inbox: inbox,
                source: source,
                position: position,
                etag: validators.etag,
                lastModified: validators.lastModified
            )
        }
        return ChannelCursor(inbox: inbox, source: source, position: next)
    }
}

extension [HeaderField] {
    /// As they may be kept: nothing that a server would take for a login.
    var withoutCookies: [HeaderField] {
        filter { !["set-cookie", "set-cookie2"].contains($0.name.lowercased()) }
    }
}
