import Glibc

/// A blocking connection to a server that speaks in lines; a read that takes ten seconds fails.
package final class TextSocket {
    private let descriptor: Int32
    private var unread: ArraySlice<UInt8> = []

    /// Connects to `port` of 127.0.0.1.
    package convenience init(port: Int) throws(TestSupportError) {
        self.init(descriptor: try LoopbackSocket.connected(to: port))
    }

    /// Takes over a connected socket, and closes it when the value goes.
    init(descriptor: Int32) {
        self.descriptor = descriptor
        var patience = timeval(tv_sec: 90, tv_usec: 0)
        setsockopt(descriptor, SOL_SOCKET, SO_RCVTIMEO, &patience, socklen_t(MemoryLayout<timeval>.size))
    }

    deinit {
        close(descriptor)
    }

    /// Sends all of `bytes`.
    package func write(_ bytes: [UInt8]) throws(TestSupportError) {
        var rest = bytes[...]
        while !rest.isEmpty {
            let sent = rest.withUnsafeBytes { Glibc.send(descriptor, $0.baseAddress, $0.count, Int32(MSG_NOSIGNAL)) }
            guard sent > 0 else { throw .system("send", errno) }
            rest = rest.dropFirst(sent)
        }
    }

    /// The next line without its end; throws at the end of the connection.
    package func readLine() throws(TestSupportError) -> String {
        while true {
            if let end = unread.firstIndex(of: UInt8(ascii: "\n")) {
                let line = unread[..<end]
                unread = unread[(end + 1)...]
                return String(decoding: line.last == UInt8(ascii: "\r") ? line.dropLast() : line, as: UTF8.self)
            }
            guard let more = try receive() else { throw TestSupportError("the server closed the connection") }
            unread += more
        }
    }

    /// The next `count` bytes; throws at the end of the connection.
    package func read(_ count: Int) throws(TestSupportError) -> [UInt8] {
        while unread.count < count {
            guard let more = try receive() else { throw TestSupportError("the server closed the connection") }
            unread += more
        }
        defer { unread = unread.dropFirst(count) }
        return Array(unread.prefix(count))
    }

    /// All that comes until the other side closes.
    package func readToEnd() throws(TestSupportError) -> [UInt8] {
        while let more = try receive() { unread += more }
        defer { unread = [] }
        return Array(unread)
    }

    /// What has come, once something has; nil at the end of the connection.
    package func receive() throws(TestSupportError) -> [UInt8]? {
        var buffer = [UInt8](repeating: 0, count: 65_536)
        let count = recv(descriptor, &buffer, buffer.count, 0)
        guard count >= 0 else { throw .system("recv", errno) }
        return count == 0 ? nil : Array(buffer.prefix(count))
    }
}
