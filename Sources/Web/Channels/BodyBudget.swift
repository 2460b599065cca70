import Synchronization

/// What the bodies take together that are on their way to us or wait for their answer.
///
/// Whoever calls a webhook is known only once the whole body is here. So what strangers may make us hold has a limit for all
/// of them together, beside the one for each: without it a thousand slow senders of 36 MB each would take 36 GB. Charged is
/// what was really received, never what was announced.
final class BodyBudget: Sendable {
    struct Limits: Sendable {
        /// Octets of memory for all bodies: some large mails at once, and far less than a small machine has.
        var octets = 256 << 20
        /// A body of this size or less may also use what large ones leave alone, so that slow senders of large mail do not
        /// keep chat messages out.
        var small = 64 << 10
        /// What large bodies leave alone.
        var reserve = 64 << 20
        /// Bodies at once: each costs its connection some memory, however small it is.
        var bodies = 4_096
    }

    private struct InFlight {
        var bodies = 0
        var octets = 0
    }

    private let limits: Limits
    private let inFlight = Mutex(InFlight())

    init(_ limits: Limits = Limits()) {
        self.limits = limits
    }

    /// Octets that are charged now.
    var octets: Int { inFlight.withLock { $0.octets } }

    /// Whether there is room for one more; then it has to be ended.
    func begin() -> Bool {
        inFlight.withLock { inFlight in
            guard inFlight.bodies < limits.bodies else { return false }
            inFlight.bodies += 1
            return true
        }
    }

    /// Charges the growth of a body, or nothing where there is no room for it.
    func grow(from old: Int, to new: Int) -> Bool {
        inFlight.withLock { inFlight in
            let room = new <= limits.small ? limits.octets : limits.octets - limits.reserve
            guard inFlight.octets + new - old <= room else { return false }
            inFlight.octets += new - old
            return true
        }
    }

    /// Gives back what a body was charged, before its end or with it.
    func release(_ octets: Int) {
        inFlight.withLock { $0.octets -= octets }
    }

    func end(charged octets: Int) {
        inFlight.withLock { inFlight in
            inFlight.octets -= octets
            inFlight.bodies -= 1
        }
    }
}
