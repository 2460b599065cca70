import Foundation
import MIME
import Model
import Pipeline
import Reading
import Replies
import Scoring
import StorageSQLite
import TestSupport

/// The stages of the path, each alone on one core.
struct StageBenchmark {
    private let messages: [[UInt8]]
    private let reader: MessageReader
    private let composer: DraftComposer
    private let inbox = Inbox(name: InboxName("box0"), addresses: [MailServer.user.address])
    private let context = AutomaticMailContext(ourAddresses: [MailServer.user.address])

    init(_ plan: Plan) throws {
        messages = CustomerMail.make(count: plan.messages, seed: 1)
        let loaded = try ShippedLists.configuration()
        reader = try MessageReader(loaded.lexicons)
        composer = DraftComposer(templates: loaded.templates, ownAddresses: [MailServer.user.address])
    }

    func run() async throws {
        Report.heading("Stages alone, one core, \(messages.count) messages of a customer's mail")
        let parsed = measure("parse (MIME)") { messages.map { ParsedMessage(parsing: $0) } }
        let readings = measure("read (new text, language, intents, automatic mail)") {
            zip(parsed, messages).map { parsed, raw in
                reader.read(
                    MessageToRead(parsed, size: raw.count),
                    languages: ["en"],
                    takenAt: Date(),
                    context: context
                )
            }
        }
        _ = measure("draft") {
            zip(parsed, readings).map { composer.draft(reading: $1, content: $0.content, inbox: inbox) }
        }
        try await measureStore()
    }

    private func measureStore() async throws {
        let folder = try TemporaryDirectory()
        let store = try SQLiteStore(path: folder.path("store.sqlite"))
        let arrivals = messages.enumerated().map { number, raw in
            let origin = Origin(inbox: inbox.name, mailbox: "INBOX", validity: 1, item: "\(number + 1)")
            return Arrival(origin: origin, raw: raw, circumstance: .backfill)
        }
        _ = try await measure("take (digest, durable, by the 200)") {
            for group in arrivals.groups { _ = try await store.take(group, advancing: nil, at: Date()) }
        }
        let unread = try await store.claimUnread(limit: messages.count, attempts: 3, at: Date())
        let preparation = preparation
        let filings = measure("prepare (parse, read, draft, digest)") {
            unread.map { preparation.prepare($0, at: Date()) }
        }
        _ = try await measure("file (encode, thread, durable, by the 200)") {
            for group in filings.groups { _ = try await store.file(group, sameSubjectWindow: 14 * 86_400) }
        }
        try await store.close()
    }

    private var preparation: MessagePreparation {
        MessagePreparation(
            reader: reader,
            composer: composer,
            inboxes: [inbox],
            fallback: inbox,
            ownAddresses: [MailServer.user.address],
            token: MessageToken(secret: Array(repeating: 7, count: 32))
        )
    }

    private func measure<Value>(_ what: String, _ work: () throws -> Value) rethrows -> Value {
        let clock = ContinuousClock()
        let start = clock.now
        let value = try work()
        report(what, clock.now - start)
        return value
    }

    private func measure(_ what: String, _ work: () async throws -> Void) async rethrows {
        let clock = ContinuousClock()
        let start = clock.now
        try await work()
        report(what, clock.now - start)
    }

    private func report(_ what: String, _ duration: Duration) {
        let each = Int((duration / messages.count / .microseconds(1)).rounded())
        Report.line(what, "\(Report.rate(messages.count, in: duration)), \(each) µs each")
    }
}

extension Array {
    /// As the program makes groups durable.
    fileprivate var groups: [[Element]] {
        stride(from: 0, to: count, by: 200).map { Array(self[$0..<Swift.min($0 + 200, count)]) }
    }
}
