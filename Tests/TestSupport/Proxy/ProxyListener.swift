import Glibc

/// The listening side of a proxy, which keeps its port also while it refuses connections.
///
/// A second socket is bound to the port and never listens, so the system answers for it with a reset.
struct ProxyListener: Sendable {
    let port: Int
    /// The listening descriptor; -1 while connections are refused.
    private(set) var descriptor: Int32
    private let holder: Int32

    init() throws(TestSupportError) {
        holder = try LoopbackSocket.bound(to: 0, sharesPort: true)
        port = LoopbackSocket.port(of: holder)
        descriptor = try Self.listening(port)
    }

    mutating func refuse(_ isRefusing: Bool) {
        if isRefusing, descriptor >= 0 {
            Glibc.close(descriptor)
            descriptor = -1
        } else if !isRefusing, descriptor < 0 {
            descriptor = (try? Self.listening(port)) ?? -1
        }
    }

    /// A new connection, or nil when none waits.
    func accept() -> Int32? {
        let client = Glibc.accept(descriptor, nil, nil)
        return client >= 0 ? client : nil
    }

    func close() {
        if descriptor >= 0 { Glibc.close(descriptor) }
        Glibc.close(holder)
    }

    private static func listening(_ port: Int) throws(TestSupportError) -> Int32 {
        let descriptor = try LoopbackSocket.bound(to: port, sharesPort: true)
        LoopbackSocket.makeNonblocking(descriptor)
        guard listen(descriptor, 1024) == 0 else { throw .system("listen", errno) }
        return descriptor
    }
}
