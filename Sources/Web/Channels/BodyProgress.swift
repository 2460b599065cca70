import Synchronization

/// How much of a body is here, told by the task that reads it to the one that waits for it.
final class BodyProgress: Sendable {
    private let octets = Mutex(0)

    func note(_ octets: Int) {
        self.octets.withLock { $0 = octets }
    }

    /// Returns once a body has taken longer than what is here of it by then allows, or the task is cancelled.
    func standstill(_ limit: @Sendable (_ octets: Int) -> Duration) async {
        let start = ContinuousClock.now
        while !Task.isCancelled {
            let end = start + limit(octets.withLock { $0 })
            guard end > .now else { return }
            try? await Task.sleep(until: end, clock: .continuous)
        }
    }
}
