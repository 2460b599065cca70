import Channels
import Synchronization

/// What a source reported.
final class EventLog: Sendable {
    private let entries = Mutex<[SourceEvent]>([])

    var all: [SourceEvent] { entries.withLock { $0 } }

    /// Adds an event; given to sources.
    var note: @Sendable (SourceEvent) -> Void {
        { event in self.entries.withLock { $0.append(event) } }
    }

    /// The failures, as sentences, and whether a person has to act.
    var failures: [(sentence: String, needsPerson: Bool)] {
        all.compactMap { event in
            guard case .unreached(let sentence, let needsPerson) = event else { return nil }
            return (sentence, needsPerson)
        }
    }
}
