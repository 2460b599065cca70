import Foundation
import Synchronization

/// A server on loopback that plays a script: a closure for each connection, on a thread of its own.
final class LineServer: Sendable {
    let port: Int
    private let listener: Int32
    private let heard = HeardLines()

    /// Every line that any client has sent.
    var lines: [String] { heard.all }

    init(_ script: @escaping @Sendable (LinePeer) throws -> Void) throws {
        listener = socket(AF_INET, Int32(SOCK_STREAM.rawValue) | Int32(SOCK_CLOEXEC.rawValue), 0)
        port = try Self.listen(on: listener)
        let thread = Thread { [listener, heard] in
            while true {
                let connection = accept(listener, nil, nil)
                // Closed here and nowhere else: elsewhere the number could name another test's socket by now.
                guard connection >= 0 else {
                    _ = close(listener)
                    return
                }
                let peer = LinePeer(connection, heard)
                Thread.detachNewThread {
                    try? script(peer)
                    peer.hangUp()
                }
            }
        }
        thread.start()
    }

    deinit {
        shutdown(listener, Int32(SHUT_RDWR))
    }

    private static func listen(on listener: Int32) throws -> Int {
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
        var size = socklen_t(MemoryLayout<sockaddr_in>.size)
        let status = withUnsafeMutablePointer(to: &address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { raw in
                Glibc.bind(listener, raw, size) | Glibc.listen(listener, 64) | getsockname(listener, raw, &size)
            }
        }
        guard status == 0 else { throw POSIXError(.EADDRNOTAVAIL) }
        return Int(UInt16(bigEndian: address.sin_port))
    }
}

/// What was said to a server.
final class HeardLines: Sendable {
    private let lines = Mutex<[String]>([])

    var all: [String] { lines.withLock { $0 } }

    func note(_ line: String) {
        lines.withLock { $0.append(line) }
    }
}

/// The server's end of one connection; reads give up after ten seconds.
final class LinePeer: Sendable {
    private let connection: Int32
    private let heard: HeardLines
    private let unread = Mutex<[UInt8]>([])

    init(_ connection: Int32, _ heard: HeardLines) {
        self.connection = connection
        self.heard = heard
        var patience = timeval(tv_sec: 10, tv_usec: 0)
        setsockopt(connection, SOL_SOCKET, SO_RCVTIMEO, &patience, socklen_t(MemoryLayout<timeval>.size))
    }

    /// Sends lines, each with its end.
    func say(_ lines: String...) {
        let bytes = Array(lines.map { $0 + "\r\n" }.joined().utf8)
        _ = bytes.withUnsafeBytes { Glibc.send(connection, $0.baseAddress, $0.count, Int32(MSG_NOSIGNAL)) }
    }

    /// The next line without its end.
    func line() throws -> String {
        let line = String(decoding: try bytes(through: [13, 10]).dropLast(2), as: UTF8.self)
        heard.note(line)
        return line
    }

    /// Everything up to and with `marker`.
    @discardableResult
    func bytes(through marker: [UInt8]) throws -> [UInt8] {
        while true {
            let found = unread.withLock { unread -> [UInt8]? in
                guard let range = unread.firstRange(of: marker) else { return nil }
                defer { unread.removeFirst(range.upperBound) }
                return Array(unread[..<range.upperBound])
            }
            if let found { return found }
            try receive()
        }
    }

    /// The next `count` bytes.
    func bytes(_ count: Int) throws -> [UInt8] {
        while unread.withLock({ $0.count < count }) { try receive() }
        return unread.withLock { unread in
            defer { unread.removeFirst(count) }
            return Array(unread.prefix(count))
        }
    }

    func hangUp() {
        shutdown(connection, Int32(SHUT_RDWR))
        close(connection)
    }

    private func receive() throws {
        var room = [UInt8](repeating: 0, count: 65_536)
        let count = recv(connection, &room, room.count, 0)
        guard count > 0 else { throw POSIXError(.ECONNRESET) }
        unread.withLock { $0 += room[..<count] }
    }
}
