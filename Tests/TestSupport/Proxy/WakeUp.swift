import Glibc

/// A descriptor that becomes readable when another thread rings.
final class WakeUp: Sendable {
    let descriptor: Int32
    private let bell: Int32

    init() {
        var ends: [Int32] = [-1, -1]
        let kind = Int32(SOCK_STREAM.rawValue) | Int32(SOCK_CLOEXEC.rawValue) | Int32(SOCK_NONBLOCK.rawValue)
        guard socketpair(AF_UNIX, kind, 0, &ends) == 0 else { fatalError(systemMessage(errno)) }
        descriptor = ends[0]
        bell = ends[1]
    }

    deinit {
        close(descriptor)
        close(bell)
    }

    /// A full bell has been rung already, so a failure to send is none.
    func ring() {
        _ = send(bell, [1], 1, Int32(MSG_NOSIGNAL))
    }

    func reset() {
        var buffer = [UInt8](repeating: 0, count: 64)
        while recv(descriptor, &buffer, buffer.count, 0) > 0 {}
    }
}
