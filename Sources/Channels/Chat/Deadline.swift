import Chat

/// When several requests together have to be done.
struct Deadline: Sendable {
    private let end: ContinuousClock.Instant
    private let time: Duration

    /// - Parameter time: from now on; nil for a minute.
    init(in time: Duration?) {
        self.time = time ?? .seconds(60)
        end = .now + self.time
    }

    /// Throws where it is over.
    var left: Duration {
        get throws(AttachmentRefusal) {
            let left = end - .now
            guard left > .milliseconds(1) else { throw .unreached("it took longer than \(time.components.seconds) s.") }
            return left
        }
    }
}

extension AttachmentRefusal {
    init(_ error: ChannelError) {
        self = error.isTransient ? .unreached(error.sentence) : .failed(error.sentence)
    }
}
