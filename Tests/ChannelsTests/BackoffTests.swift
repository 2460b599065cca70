import Channels
import Testing

@Suite("How long to wait before a server is tried again")
struct BackoffTests {
    @Test(
        "the pause doubles with each failure in a row and stops growing at the longest",
        arguments: [(0, 1), (1, 1), (2, 2), (3, 4), (4, 8), (9, 256), (10, 300), (1_000, 300), (.max, 300)]
    )
    func grows(failures: Int, seconds: Int) {
        #expect(Backoff().pause(failures: failures, isTransient: true, jitter: 1) == .seconds(seconds))
    }

    @Test("jitter takes away up to half", arguments: [(0.0, 4), (0.5, 6), (1, 8), (-3, 4), (7, 8)])
    func jitter(jitter: Double, seconds: Int) {
        #expect(Backoff().pause(failures: 4, isTransient: true, jitter: jitter) == .seconds(seconds))
    }

    @Test(
        "where only a person can help it is never less than the minute that keeps accounts from being locked",
        arguments: [(1, 0.0, 60), (1, 1, 60), (7, 0, 60), (8, 1, 128), (100, 1, 300)]
    )
    func hopeless(failures: Int, jitter: Double, seconds: Int) {
        #expect(Backoff().pause(failures: failures, isTransient: false, jitter: jitter) == .seconds(seconds))
    }
}
