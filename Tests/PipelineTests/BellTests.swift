import Pipeline
import TestSupport
import Testing

@Suite("The bell between services")
struct BellTests {
    private let bell = Bell()
    private let clock = ManualClock()

    @Test("ringing before anybody waits is remembered")
    func rungBefore() async {
        bell.ring()
        await bell.wait(atMost: .seconds(1), clock: clock)
        #expect(clock.now.offset == .zero)
    }

    @Test("ringing twice is remembered once")
    func rungTwice() async throws {
        bell.ring()
        bell.ring()
        await bell.wait(atMost: .seconds(1), clock: clock)
        #expect(try await waitsUntilAdvanced(by: .seconds(1)))
    }

    @Test("ringing ends the waiting at once, and the timer with it")
    func rung() async throws {
        let waiting = Task { await bell.wait(atMost: .seconds(1), clock: clock) }
        try await eventually("a sleeper") { clock.sleeperCount == 1 }
        bell.ring()
        await waiting.value
        try await eventually("no sleeper") { clock.sleeperCount == 0 }
    }

    @Test("nobody rings: the waiting ends with the time")
    func timeout() async throws {
        #expect(try await waitsUntilAdvanced(by: .seconds(1)))
    }

    @Test("cancelling the task ends the waiting, before it begins too")
    func cancelled() async throws {
        let waiting = Task { await bell.wait(atMost: .seconds(1), clock: clock) }
        try await eventually("a sleeper") { clock.sleeperCount == 1 }
        waiting.cancel()
        await waiting.value
        let late = Task {
            while !Task.isCancelled { await Task.yield() }
            await bell.wait(atMost: .seconds(1), clock: clock)
        }
        late.cancel()
        await late.value
        #expect(clock.now.offset == .zero)
    }

    /// Whether a wait of a second ends only once the clock was moved.
    private func waitsUntilAdvanced(by duration: Duration) async throws -> Bool {
        let ended = Task {
            await bell.wait(atMost: .seconds(1), clock: clock)
            return clock.now.offset
        }
        try await eventually("a sleeper") { clock.sleeperCount == 1 }
        clock.advance(by: duration)
        return await ended.value == duration
    }
}
