import Synchronization

/// Wakes one service when another has left work for it. Ringing while nobody waits is remembered once.
package final class Bell: Sendable {
    private struct State {
        var isRung = false
        var waiter: CheckedContinuation<Void, Never>?
    }

    private let state = Mutex(State())

    package init() {}

    package func ring() {
        let waiter = state.withLock { state in
            state.isRung = state.waiter == nil
            defer { state.waiter = nil }
            return state.waiter
        }
        waiter?.resume()
    }

    /// Returns when the bell rings, when the time is over, or when the task is cancelled. For one listener.
    package func wait(atMost limit: Duration, clock: any Clock<Duration> = ContinuousClock()) async {
        let timer = Task { [self] in
            try await clock.sleep(for: limit)
            ring()
        }
        await withTaskCancellationHandler {
            await withCheckedContinuation { continuation in
                let rung = state.withLock { state in
                    guard state.isRung || Task.isCancelled else {
                        state.waiter = continuation
                        return false
                    }
                    state.isRung = false
                    return true
                }
                if rung { continuation.resume() }
            }
        } onCancel: {
            ring()
        }
        timer.cancel()
    }
}
