package import Channels
package import Foundation
package import Logging
import Metrics
package import Model
import ServiceLifecycle
package import Storage

/// Runs every inbox side by side, and tells people when one is not reached.
package struct Reception: Service {
    /// An inbox with the source that is built for it.
    package struct Line: Sendable {
        package var settings: InboxSettings
        package var source: any MailSource
        /// What the source tells, in order.
        package var events: AsyncStream<SourceEvent>

        package init(settings: InboxSettings, source: any MailSource, events: AsyncStream<SourceEvent>) {
            self.settings = settings
            self.source = source
            self.events = events
        }
    }

    private let lines: [Line]
    private let store: any Store
    private let mailCame: @Sendable () -> Void
    private let now: @Sendable () -> Date
    private let logger: Logger

    /// - Parameter mailCame: tells the reader that there is something to read.
    package init(
        lines: [Line],
        store: any Store,
        mailCame: @escaping @Sendable () -> Void,
        now: @escaping @Sendable () -> Date,
        logger: Logger
    ) {
        self.lines = lines
        self.store = store
        self.mailCame = mailCame
        self.now = now
        self.logger = logger
    }

    package func run() async throws {
        let raised = Set(try await store.alerts().filter { $0.kind == .inboxUnreached }.map(\.subject))
        await cancelWhenGracefulShutdown {
            await withDiscardingTaskGroup { group in
                for line in lines {
                    let inbox = line.settings.inbox.name
                    let wasRaised = raised.contains(inbox.rawValue)
                    group.addTask { await line.source.run() }
                    group.addTask { await watch(line, wasRaised: wasRaised) }
                }
            }
        }
    }

    private func watch(_ line: Line, wasRaised: Bool) async {
        let settings = line.settings
        var state = Reachability(
            inbox: settings.inbox.name,
            limit: settings.alertAfter,
            at: now(),
            wasRaised: wasRaised
        )
        for await tick in ticks(of: line) {
            switch tick {
            case .reached: await act(on: state.reached(at: now()), inbox: settings.inbox.name)
            case .unreached(let why, let needsPerson):
                let action = state.unreached(why, needsPerson: needsPerson, at: now())
                await act(on: action, inbox: settings.inbox.name)
            case .took(let count):
                guard count > 0 else { continue }
                Counter(label: "wavelength_messages_taken_total", dimensions: [("inbox", "\(settings.inbox.name)")])
                    .increment(by: count)
                mailCame()
            case .brought(let count):
                Counter(
                    label: "wavelength_polled_deliveries_total",
                    dimensions: [("channel", "\(settings.inbox.name)")]
                )
                .increment(by: count)
            case .backfill(let done, let all):
                logger.info(
                    "back-fill",
                    metadata: ["inbox": "\(settings.inbox.name)", "done": "\(done)", "of": "\(all)"]
                )
            case nil: await act(on: state.check(at: now()), inbox: settings.inbox.name)
            }
        }
    }

    /// The source's events, with a nil every now and then so that silence is noticed.
    private func ticks(of line: Line) -> AsyncStream<SourceEvent?> {
        let pause = max(min(line.settings.alertAfter / 4, 30), 0.05)
        return AsyncStream { continuation in
            let events = Task {
                for await event in line.events { continuation.yield(event) }
                continuation.finish()
            }
            let silence = Task {
                while (try? await Task.sleep(for: .seconds(pause))) != nil { continuation.yield(nil) }
            }
            continuation.onTermination = { _ in
                events.cancel()
                silence.cancel()
            }
        }
    }

    private func act(on action: Reachability.Action?, inbox: InboxName) async {
        do {
            switch action {
            case .raise(let alert):
                logger.error(
                    "alert",
                    metadata: ["inbox": "\(inbox)", "kind": "inbox-unreached", "text": "\(alert.text)"]
                )
                try await store.raise(alert)
            case .clear:
                logger.notice("alert over", metadata: ["inbox": "\(inbox)", "kind": "inbox-unreached"])
                try await store.clearAlert(.inboxUnreached, subject: inbox.rawValue)
            case nil: break
            }
        } catch {
            logger.error("an alert could not be kept", metadata: ["inbox": "\(inbox)", "error": "\(error)"])
        }
    }
}
