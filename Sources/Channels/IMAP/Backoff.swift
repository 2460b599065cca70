/// How long to wait before a server is tried again.
package struct Backoff: Hashable, Sendable {
    /// After the first failure; doubled with each further one.
    package var first: Duration
    /// At most.
    package var longest: Duration
    /// At least, where only a person can help: servers lock accounts after a few wrong passwords.
    package var hopeless: Duration

    package init(first: Duration = .seconds(1), longest: Duration = .seconds(300), hopeless: Duration = .seconds(60)) {
        self.first = first
        self.longest = longest
        self.hopeless = hopeless
    }

    /// - Parameters:
    ///   - failures: in a row, from 1.
    ///   - jitter: 0 to 1, spreads the wait over its upper half, so that many inboxes do not come back at once.
    package func pause(failures: Int, isTransient: Bool, jitter: Double) -> Duration {
        let doubled = first * (1 << min(max(failures, 1) - 1, 20))
        let wait = min(doubled, longest) * (0.5 + 0.5 * min(max(jitter, 0), 1))
        return isTransient ? wait : max(wait, hopeless)
    }
}
