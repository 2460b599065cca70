import ArgumentParser
import ConfigurationFiles
import Curl
import Foundation
import Logging
import Model
import Pipeline
import Storage

struct DraftsCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "drafts",
        abstract: "Decide about drafts without the desk.",
        subcommands: [List.self, Show.self, Edit.self, Approve.self, Reject.self],
        defaultSubcommand: List.self
    )
}

/// What every subcommand needs.
struct DeskOptions: ParsableArguments {
    @OptionGroup var root: RootOptions
    @OptionGroup var data: DataOptions

    @Option(name: .long, help: "The settings file, relative to the root.")
    var config = LoadedConfiguration.settingsPath

    @Option(
        name: .long,
        help: "Who decides, a user's name; stands in the history. Default: the name you are logged in with."
    )
    var user: String?

    var userName: String {
        user ?? NSUserName()
    }

    /// Opens the store beside a running daemon, which notices within a second.
    func withDesk(_ body: (Desk) async throws -> Void) async throws {
        let folder = try DataFolder(existing: data.path)
        let directories = Directories(root: root.path, data: folder.path)
        let configuration = ConfigurationFolder(directories, files: ConfigurationPaths(settings: config)).load()
        var logger = Logger(label: "wavelength") { StreamLogHandler.standardError(label: $0) }
        logger.logLevel = .error
        let program = try Program(configuration, data: folder, logger: logger)
        try await body(program.desk())
        await program.channels.reactor.shutdown()
        try await program.store.close()
    }
}

extension DraftsCommand {
    struct List: AsyncParsableCommand {
        static let configuration = CommandConfiguration(abstract: "The queue: what waits for a person, oldest first.")

        @OptionGroup var desk: DeskOptions
        @Option(help: "At most so many.") var limit = 50

        func run() async throws {
            try await desk.withDesk { desk in
                for entry in try await desk.store.queue(limit: limit, offset: 0) { print(Self.line(entry)) }
                let all = try await desk.store.queueLength()
                if all > limit { Terminal.complain("\(all - limit) more; see --limit.") }
            }
        }

        private static func line(_ entry: QueueEntry) -> String {
            let draft = entry.draft.map { "#\($0.id) v\($0.version)" } ?? "no draft"
            let from = entry.message.content?.from?.address ?? "?"
            let what = entry.message.reading.map(matter) ?? ""
            return "\(draft)\t\(from)\t\(what)\t\(entry.conversation.subject)"
        }

        /// The intent of what a person wrote; for other mail what it is.
        private static func matter(_ reading: Reading) -> String {
            guard reading.automatic.verdict == .human else { return reading.automatic.verdict.rawValue }
            return reading.abstained ? "unclear" : reading.intents.first?.intent ?? "unclear"
        }
    }

    struct Show: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "One draft, with the message it answers and the keywords that chose it."
        )

        @OptionGroup var desk: DeskOptions
        @Argument(help: "The draft's number.") var id: Int64

        func run() async throws {
            try await desk.withDesk { desk in
                let (draft, record) = try await desk.find(id)
                print(DraftPrintout(draft: draft, record: record).text)
            }
        }
    }

    struct Edit: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Change a draft: fill slots, or give a new text or subject.",
            discussion: "Without --text and --slot the text is opened in $EDITOR."
        )

        @OptionGroup var desk: DeskOptions
        @Argument(help: "The draft's number.") var id: Int64
        @Option(help: "A file with the new text (Markdown); - is standard input.") var text: String?
        @Option(help: "The new subject.") var subject: String?
        @Option(help: ArgumentHelp("Fill a slot.", valueName: "name=value")) var slot: [String] = []

        func validate() throws {
            for filling in slot where !filling.contains("=") {
                throw ValidationError("--slot wants name=value, not \(filling).")
            }
        }

        func run() async throws {
            try await desk.withDesk { desk in
                let (draft, _) = try await desk.find(id)
                let body = try changed(draft.body)
                let user = self.desk.userName
                switch try await desk.edit(draft.id, version: draft.version, body: body, by: user) {
                case .done(let saved): print("Draft \(saved.id) is now version \(saved.version).")
                case .refused(let why): throw CommandFailure(why.map(\.sentence).joined(separator: "\n"))
                }
            }
        }

        private func changed(_ body: DraftBody) throws -> DraftBody {
            var body = body
            if let subject { body.subject = subject }
            for filling in slot { try fill(filling, in: &body) }
            if let text {
                body.text = try Self.read(text)
            } else if slot.isEmpty, subject == nil {
                body.text = try TextEditor.edit(body.text)
            }
            return body
        }

        private func fill(_ filling: String, in body: inout DraftBody) throws {
            let parts = filling.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
            guard let index = body.slots.firstIndex(where: { $0.name == parts[0] }) else {
                let names = body.slots.map(\.name).joined(separator: ", ")
                throw CommandFailure("This draft has no slot \(parts[0]). It has: \(names.isEmpty ? "none" : names).")
            }
            body.slots[index].value = String(parts[1])
        }

        private static func read(_ path: String) throws -> String {
            if path == "-" {
                return String(decoding: try FileHandle.standardInput.readToEnd() ?? Data(), as: UTF8.self)
            }
            guard let data = FileManager.default.contents(atPath: path) else {
                throw CommandFailure("\(path) cannot be read.")
            }
            return String(decoding: data, as: UTF8.self)
        }
    }

    struct Approve: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Release a draft as you saw it; it is sent when the undo window has passed.",
            discussion: "Give the version that `show` printed: if anything has moved since, nothing is sent."
        )

        @OptionGroup var desk: DeskOptions
        @Argument(help: "The draft's number.") var id: Int64
        @Option(help: "The version you read.") var version: Int
        @Option(help: "The head of the conversation you read, as `show` prints it. Default: as it is now.")
        var head: String?

        func run() async throws {
            try await desk.withDesk { desk in
                let (draft, record) = try await desk.find(id)
                guard let seen = head.map({ ThreadHead($0) }) ?? record.conversation.head else {
                    throw CommandFailure("\(head ?? "") is no head of a conversation; `show` prints it.")
                }
                let decision = try await desk.approve(
                    draft.id,
                    version: version,
                    recipients: draft.body.recipients,
                    threadHead: seen,
                    by: self.desk.userName
                )
                switch decision {
                case .done(let outgoing): print("Approved; it leaves as mail \(outgoing) after the undo window.")
                case .refused(let why): throw CommandFailure(why.map(\.sentence).joined(separator: "\n"))
                }
            }
        }
    }

    struct Reject: AsyncParsableCommand {
        static let configuration = CommandConfiguration(abstract: "Turn a draft down.")

        @OptionGroup var desk: DeskOptions
        @Argument(help: "The draft's number.") var id: Int64
        @Option(help: "The version you read.") var version: Int
        @Option(help: "Why, in one sentence.") var reason: String
        @Flag(help: "The customer needs no reply: the conversation is closed.") var close = false

        func run() async throws {
            try await desk.withDesk { desk in
                let decision = try await desk.reject(
                    Draft.ID(rawValue: id),
                    version: version,
                    reason: reason,
                    closing: close,
                    by: self.desk.userName
                )
                switch decision {
                case .done: print(close ? "Rejected; the conversation is closed." : "Rejected; the message waits on.")
                case .refused(let why): throw CommandFailure(why.map(\.sentence).joined(separator: "\n"))
                }
            }
        }
    }
}

extension Desk {
    fileprivate func find(_ id: Int64) async throws -> (Draft, ConversationRecord) {
        guard let draft = try await store.draft(Draft.ID(rawValue: id)),
            let record = try await store.conversation(draft.conversation)
        else { throw CommandFailure("There is no draft \(id).") }
        return (draft, record)
    }
}
