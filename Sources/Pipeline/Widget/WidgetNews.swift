package import Model
import ServiceLifecycle
import Synchronization

/// Wakes whoever waits for a reply in the widget. Nobody who looks only after it was told misses anything: they look at
/// the store after they began to listen.
package final class WidgetNews: Sendable {
    private struct State {
        var listeners: [ChatAddress: [Int: AsyncStream<Void>.Continuation]] = [:]
        var next = 0
    }

    private let state = Mutex(State())

    package init() {}

    /// Something can be seen by that person that could not be seen before.
    package func tell(_ person: ChatAddress) {
        for listener in state.withLock({ $0.listeners[person]?.values.map(\.self) ?? [] }) { listener.yield() }
    }

    /// Listens from now on; ends with the last reference to the stream.
    func listen(to person: ChatAddress) -> AsyncStream<Void> {
        let (stream, continuation) = AsyncStream.makeStream(of: Void.self, bufferingPolicy: .bufferingNewest(1))
        let number = state.withLock { state in
            state.next += 1
            state.listeners[person, default: [:]][state.next] = continuation
            return state.next
        }
        continuation.onTermination = { [weak self] _ in self?.forget(number, of: person) }
        return stream
    }

    /// How many wait, whoever they are.
    var listeners: Int {
        state.withLock { $0.listeners.values.reduce(0) { $0 + $1.count } }
    }

    private func forget(_ number: Int, of person: ChatAddress) {
        state.withLock { state in
            state.listeners[person]?[number] = nil
            if state.listeners[person]?.isEmpty == true { state.listeners[person] = nil }
        }
    }
}

extension AsyncStream<Void> {
    /// Returns with the next element, when the time is over, or when the program is to stop.
    func first(within patience: Duration) async {
        await cancelWhenGracefulShutdown {
            await withTaskGroup(of: Void.self) { group in
                group.addTask { for await _ in self { return } }
                group.addTask { try? await Task.sleep(for: patience) }
                await group.next()
                group.cancelAll()
            }
        }
    }
}
