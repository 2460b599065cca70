import Logging
import Synchronization

/// What was logged, each entry with its metadata.
final class LogEntries: Sendable {
    private let entries = Mutex<[String]>([])

    var all: [String] { entries.withLock { $0 } }

    var handler: some LogHandler { Handler(log: self) }

    private struct Handler: LogHandler {
        let log: LogEntries
        var logLevel = Logger.Level.trace
        var metadata = Logger.Metadata()
        var metadataProvider: Logger.MetadataProvider?

        subscript(metadataKey key: String) -> Logger.MetadataValue? {
            get { metadata[key] }
            set { metadata[key] = newValue }
        }

        func log(event: LogEvent) {
            let metadata = metadata.merging(event.metadata ?? [:]) { $1 }
            log.entries.withLock { $0.append("\(event.level) \(event.message) \(metadata)") }
        }
    }
}
