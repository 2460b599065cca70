import Dispatch

/// Checks passwords one at a time on a thread of its own, so that neither the event loops nor the tasks of the mail wait
/// for a hash, and a flood of sign-ins takes the memory of one.
struct PasswordCheck: Sendable {
    private let queue = DispatchQueue(label: "wavelength.passwords", qos: .userInitiated)

    func matches(_ password: String, hash: String?) async -> Bool {
        await withCheckedContinuation { continuation in
            queue.async {
                let stored = hash.flatMap(PasswordHash.init(text:))
                continuation.resume(returning: (stored ?? .decoy).matches(password) && stored != nil)
            }
        }
    }
}
