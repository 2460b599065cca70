import Foundation
import Glibc
import Pipeline
import Synchronization
import TestSupport
import Testing

@Suite("Threads for work that can wait", .serialized)
struct BackgroundThreadsTests {
    /// SCHED_IDLE, sched(7).
    private static let idle: Int32 = 5

    /// That of the calling thread.
    private static var policy: Int32 { sched_getscheduler(0) }

    @Test("a task that prefers them stands back with its children, and nobody else does")
    func standingBack() async {
        let usual = Self.policy
        let threads = BackgroundThreads(count: 2, when: { true })
        let seen = await withTaskExecutorPreference(threads) {
            await withTaskGroup(of: Int32.self) { group in
                for _ in 0..<20 { group.addTask { Self.policy } }
                return await group.reduce(into: Set([Self.policy])) { $0.insert($1) }
            }
        }
        #expect(seen == [Self.idle])
        #expect(await Task { Self.policy }.value == usual)
    }

    @Test("jobs stand back only while they are to")
    func onlyThen() async {
        let usual = Self.policy
        let flood = Atomic(false)
        let threads = BackgroundThreads(count: 1) { flood.load(ordering: .relaxed) }
        var seen: [Int32] = []
        for isFlood in [false, true, true, false] {
            flood.store(isFlood, ordering: .relaxed)
            seen.append(await Task(executorPreference: threads) { Self.policy }.value)
        }
        #expect(seen == [usual, Self.idle, Self.idle, usual])
    }

    @Test("jobs are done in the order in which they came")
    func order() async {
        let threads = BackgroundThreads(count: 1, when: { true })
        var done: [Int] = []
        await withTaskExecutorPreference(threads) {
            await withTaskGroup(of: Int.self) { group in
                for number in 0..<50 { group.addTask { number } }
                for await number in group { done.append(number) }
            }
        }
        #expect(done == Array(0..<50))
    }

    @Test("they end with whoever held them")
    func end() async throws {
        var threads: BackgroundThreads? = BackgroundThreads(count: 3, when: { true })
        await withTaskExecutorPreference(threads) { await Task.yield() }
        try await eventually("three stand back") { Self.threadsStandingBack == 3 }
        threads = nil
        try await eventually("none is left") { Self.threadsStandingBack == 0 }
    }

    /// How many threads of this process there are with that policy, the 41st field of stat: proc_pid_stat(5).
    private static var threadsStandingBack: Int {
        let folder = "/proc/self/task"
        let tasks = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
        return tasks.count { task in
            let stat = (try? String(contentsOfFile: "\(folder)/\(task)/stat", encoding: .utf8)) ?? ""
            // The name in brackets may hold spaces.
            let fields = stat.split(separator: ")").last?.split(separator: " ") ?? []
            return fields.dropFirst(38).first == "\(idle)"
        }
    }
}
