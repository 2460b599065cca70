import Glibc
import Synchronization

/// TCP ports of 127.0.0.1 for servers that cannot report which port they bound.
///
/// They come from below the range the system uses for outgoing connections, and none is given twice by this process.
/// Another process may still take one first: servers notice, and are started again with others.
package enum FreePort {
    private static let given = Mutex<Set<Int>>([])

    /// `count` ports that nothing is bound to now.
    package static func claim(_ count: Int) -> [Int] {
        (0..<count).map { _ in claimOne() }
    }

    /// Whether nothing is bound to the port now.
    static func isFree(_ port: Int) -> Bool {
        guard let descriptor = try? LoopbackSocket.bound(to: port) else { return false }
        close(descriptor)
        return true
    }

    private static func claimOne() -> Int {
        while true {
            let port = Int.random(in: 20_000..<32_000)
            let isNew = given.withLock { $0.insert(port).inserted }
            if isNew, isFree(port) { return port }
        }
    }
}
