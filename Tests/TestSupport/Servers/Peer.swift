import Foundation

/// The server's end of one connection.
package final class Peer {
    private let connection: Int32
    private var buffer: [UInt8] = []
    private var isOpen = true

    init(_ connection: Int32) {
        self.connection = connection
        setReadLimit(eventuallyLimit)
    }

    package func setReadLimit(_ limit: Duration) {
        setLimit(limit, on: SO_RCVTIMEO)
    }

    private func setLimit(_ limit: Duration, on option: Int32) {
        let (seconds, rest) = limit.components
        var time = timeval(tv_sec: Int(seconds), tv_usec: Int(rest / 1_000_000_000_000))
        setsockopt(connection, SOL_SOCKET, option, &time, socklen_t(MemoryLayout<timeval>.size))
    }

    package func say(_ lines: String...) {
        write(lines.map { $0 + "\r\n" }.joined())
    }

    package func write(_ text: String) {
        write(Array(text.utf8))
    }

    package func write(_ bytes: [UInt8]) {
        var sent = 0
        while sent < bytes.count {
            let count = transmit(bytes[sent...])
            guard count > 0 else { return }
            sent += count
        }
    }

    /// How many of `bytes` the other side takes before it stops reading for `limit`.
    package func writeUntilHeld(_ chunk: [UInt8], most: Int, limit: Duration) -> Int {
        setLimit(limit, on: SO_SNDTIMEO)
        var total = 0
        while total < most {
            let count = transmit(chunk[...])
            guard count > 0 else { break }
            total += count
        }
        return total
    }

    /// The next line without its end.
    package func line() throws -> String {
        while true {
            if let end = buffer.firstIndex(of: 0x0A) {
                let line = String(decoding: buffer[..<end].filter { $0 != 0x0D }, as: UTF8.self)
                buffer.removeFirst(end + 1)
                return line
            }
            buffer += try more()
        }
    }

    /// Everything up to and with `marker`.
    package func text(through marker: String) throws -> String {
        let marker = Array(marker.utf8)
        while true {
            if let range = buffer.firstRange(of: marker) {
                let text = String(decoding: buffer[..<range.upperBound], as: UTF8.self)
                buffer.removeFirst(range.upperBound)
                return text
            }
            buffer += try more()
        }
    }

    /// The next `count` bytes.
    package func bytes(_ count: Int) throws -> [UInt8] {
        while buffer.count < count { buffer += try more() }
        defer { buffer.removeFirst(count) }
        return Array(buffer.prefix(count))
    }

    /// Reads at least `most` bytes, or up to the end, and throws them away; how many they were.
    package func count(of most: Int) -> Int {
        var total = buffer.count
        buffer = []
        while total < most, let bytes = try? more() { total += bytes.count }
        return total
    }

    /// What has come beyond what was read, waiting up to `limit` for it.
    package func unread(within limit: Duration) -> [UInt8] {
        setReadLimit(limit)
        defer { setReadLimit(eventuallyLimit) }
        return buffer + ((try? more()) ?? [])
    }

    /// Returns when the other side has closed.
    package func awaitEnd() {
        while (try? more()) != nil {}
    }

    /// Closes with a reset rather than a proper end.
    package func cut() {
        var linger = linger(l_onoff: 1, l_linger: 0)
        setsockopt(connection, SOL_SOCKET, SO_LINGER, &linger, socklen_t(MemoryLayout.size(ofValue: linger)))
        hangUp()
    }

    package func hangUp() {
        guard isOpen else { return }
        isOpen = false
        close(connection)
    }

    private func transmit(_ bytes: ArraySlice<UInt8>) -> Int {
        bytes.withUnsafeBytes { Glibc.send(connection, $0.baseAddress, $0.count, Int32(MSG_NOSIGNAL)) }
    }

    private func more() throws -> [UInt8] {
        var room = [UInt8](repeating: 0, count: 65536)
        let count = recv(connection, &room, room.count, 0)
        guard count > 0 else { throw POSIXError(.ECONNRESET) }
        return Array(room[..<count])
    }
}
