import Chat
import Model

extension FeedPoll {
    private static let mostListed = 1_000

    /// The numbers of all messages that the feed gives from its beginning on, as the origins of their messages have them.
    package func listing() async throws -> MailboxListing {
        var items: [String] = []
        var position: String?
        var seen: Set<String?> = [nil]
        for _ in 0..<Self.mostListed {
            guard let answer = try await told({ try await answer(from: position, since: nil) }) else { break }
            let page = try await told { try FeedPage(answer.body ?? [], of: feed) }
            items += try numbers(in: answer.body ?? [])
            guard !page.isEmpty, let next = page.next, seen.insert(next).inserted else { break }
            position = next
        }
        var known: Set<String> = []
        return MailboxListing(
            inbox: name,
            mailbox: "",
            validity: 0,
            items: items.filter { known.insert($0).inserted }
        )
    }

    package func probe() async throws -> String {
        let address = try await told { try feed.address() }
        guard let answer = try await told({ try await answer(from: nil, since: nil) }) else {
            return "Feed \(address), empty"
        }
        let page = try await told { try FeedPage(answer.body ?? [], of: feed) }
        let count = page.messages.list?.count ?? 1
        let found = try numbers(in: answer.body ?? []).count
        let more = page.next == nil ? "" : ", and says where to go on"
        return "Feed \(address), \(found) messages can be read of the \(count) in its first page\(more)"
    }

    private func numbers(in body: [UInt8]) throws(ChannelError) -> [String] {
        do {
            return try DeliveryUnpacker(settings, channel: name)
                .items(of: ReceivedRequest(method: "GET", url: feed.url, body: body))
                .compactMap { if case .message(let message) = $0 { message.id } else { nil } }
        } catch {
            throw .configuration("The feed cannot be read: \(error.description)")
        }
    }
}

/// In the words of the module.
func told<Value>(_ ask: () async throws -> Value) async throws -> Value {
    do { return try await ask() } catch let error as AskError { throw ChannelError(error) }
}
