import Foundation

/// Decides when a Maildir is worth listing, and remembers what was taken from it.
struct MaildirWatch {
    /// nil until it was read from the store.
    var taken: Set<String>?
    private var seen: [Date] = []
    private var isSettled = false
    private var failures = 0

    /// Whether a listing is due: a folder changed, or it changed so recently that a file may have come after the last
    /// listing within the same tick of the file system's clock.
    mutating func mustList(modified: [Date], at now: Date) -> Bool {
        failures = 0
        defer {
            seen = modified
            isSettled = modified.allSatisfy { now.timeIntervalSince($0) > 2 }
        }
        return modified != seen || !isSettled
    }

    func hasTaken(_ key: String) -> Bool {
        taken?.contains(key) ?? false
    }

    /// After a failure: everything is looked at again, a little later each time.
    mutating func forget() {
        seen = []
        taken = nil
        failures += 1
    }

    /// After a look that could not read some file: another follows, though nothing may have changed.
    mutating func lookAgain() {
        seen = []
        failures = 1
    }

    /// How long to wait before the next look.
    var pause: Duration {
        failures == 0 ? .milliseconds(500) : .seconds(min(1 << min(failures, 6), 60))
    }
}
