import Foundation
import Glibc
import Pipeline
import Synchronization
import TestSupport
import Testing

@Suite("Threads for work that can wait")
struct BackgroundThreadsTests {
    private static var niceness: Int32 {
        getpriority(__priority_which_t(PRIO_PROCESS.rawValue), 0)
    }

    @Test("a task that prefers them stands back by as much as was asked, with its children, and nobody else does")
    func niceness() async {
        let usual = Self.niceness
        let threads = BackgroundThreads(count: 2, niceness: 11, when: { true })
        let seen = await withTaskExecutorPreference(threads) {
            await withTaskGroup(of: Int32.self) { group in
                for _ in 0..<20 { group.addTask { Self.niceness } }
                return await group.reduce(into: Set([Self.niceness])) { $0.insert($1) }
            }
        }
        #expect(seen == [11])
        await Task.yield()
        #expect(Self.niceness == usual)
    }

    @Test("jobs stand back only while they are to")
    func onlyThen() async {
        let usual = Self.niceness
        let flood = Atomic(false)
        let threads = BackgroundThreads(count: 1, niceness: 12) { flood.load(ordering: .relaxed) }
        var seen: [Int32] = []
        for isFlood in [false, true, true, false] {
            flood.store(isFlood, ordering: .relaxed)
            seen.append(await Task(executorPreference: threads) { Self.niceness }.value)
        }
        #expect(seen == [usual, 12, 12, usual])
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
        var threads: BackgroundThreads? = BackgroundThreads(count: 3, niceness: 13, when: { true })
        await withTaskExecutorPreference(threads) { await Task.yield() }
        try await eventually("all three stand back") { Self.threads(standingBack: 13) == 3 }
        threads = nil
        try await eventually("none is left") { Self.threads(standingBack: 13) == 0 }
    }

    /// How many threads of this process have that niceness, the 19th field of stat: proc(5).
    private static func threads(standingBack niceness: Int) -> Int {
        let folder = "/proc/self/task"
        let tasks = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
        return tasks.count { task in
            let stat = (try? String(contentsOfFile: "\(folder)/\(task)/stat", encoding: .utf8)) ?? ""
            // The name in brackets may hold spaces.
            let fields = stat.split(separator: ")").last?.split(separator: " ") ?? []
            return fields.dropFirst(16).first == "\(niceness)"
        }
    }
}
