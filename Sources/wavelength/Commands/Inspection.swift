import ConfigurationFiles
import Model
import Pipeline
import Reading
import Replies
import StorageSQLite

/// Reading and drafting without a store.
struct Inspection {
    let inbox: InboxName
    private let preparation: MessagePreparation
    private let circumstances: Circumstances

    /// - Parameter inbox: whose messages they are; the first one that is configured where it is nil.
    init(_ configuration: LoadedConfiguration, inbox: String?, asksOthers: Bool) throws {
        let settings = configuration.settings ?? Settings(inboxes: [])
        let name = inbox.map { InboxName($0) } ?? settings.fallbackInbox.name
        if inbox != nil, !settings.inboxes.contains(where: { $0.inbox.name == name }) {
            throw CommandFailure("There is no inbox \(name) in the configuration.")
        }
        self.inbox = name
        preparation = try MessagePreparation(
            configuration,
            settings: settings,
            token: MessageToken(secret: Program.random(32))
        )
        // A desk without a past: no customer is known, nothing was ever promised.
        circumstances = try Circumstances(
            configuration,
            settings,
            preparation,
            store: SQLiteStore.empty(),
            asksOthers: asksOthers
        )
    }

    /// - Parameter name: of the file, or of what else the message came from.
    func inspect(_ message: UnreadMessage, named name: String) async throws -> InspectedFile {
        let filing = try await preparation.prepare(message, at: Program.now(), circumstances: circumstances)
        return InspectedFile(file: name, filing) { body in
            preparation.report(
                on: body,
                answering: filing.reading,
                filing.content,
                inbox: preparation.inbox(inbox)
            )
        }
    }
}

extension UnreadMessage {
    /// A message that is in no store, as if it came now.
    init(inspecting raw: [UInt8], form: MessageForm = .mail, in inbox: InboxName) {
        self.init(
            id: Message.ID(rawValue: 1),
            inbox: inbox,
            raw: raw,
            form: form,
            circumstance: .live,
            takenAt: Program.now()
        )
    }
}
