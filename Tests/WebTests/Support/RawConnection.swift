import Foundation
import Glibc
import Testing

/// A connection to 127.0.0.1 on which a test says what it likes, at its own pace.
final class RawConnection: Sendable {
    private let descriptor: Int32

    init(port: Int) throws {
        descriptor = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
        try #require(descriptor >= 0)
        // Long enough for a slow machine; a server that never closes fails the test instead of holding it up.
        var limit = timeval(tv_sec: 90, tv_usec: 0)
        setsockopt(descriptor, SOL_SOCKET, SO_RCVTIMEO, &limit, socklen_t(MemoryLayout<timeval>.size))
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_port = UInt16(port).bigEndian
        address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
        let result = withUnsafeBytes(of: &address) { bytes in
            connect(descriptor, bytes.assumingMemoryBound(to: sockaddr.self).baseAddress, socklen_t(bytes.count))
        }
        try #require(result == 0)
    }

    deinit {
        close(descriptor)
    }

    func write(_ text: String) {
        write(Array(text.utf8))
    }

    func write(_ octets: [UInt8]) {
        _ = send(descriptor, octets, octets.count, Int32(MSG_NOSIGNAL))
    }

    /// Says that nothing more comes.
    func finish() {
        shutdown(descriptor, Int32(SHUT_WR))
    }

    /// Everything until the other side closes; nil where it does not. Waits on a thread of its own.
    func readToEnd() async -> String? {
        await withCheckedContinuation { continuation in
            let thread = Thread { continuation.resume(returning: self.read()) }
            thread.start()
        }
    }

    /// The next head, up to the empty line behind it; nil where none comes.
    func readHead() async -> String? {
        await withCheckedContinuation { continuation in
            let thread = Thread { continuation.resume(returning: self.head()) }
            thread.start()
        }
    }

    /// Whether anything comes in that time; nothing is taken.
    func isAnswered(within limit: Duration) -> Bool {
        var watched = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
        return poll(&watched, 1, Int32(limit / .milliseconds(1))) > 0
    }

    private func read() -> String? {
        var octets: [UInt8] = []
        var buffer = [UInt8](repeating: 0, count: 4_096)
        while true {
            let count = recv(descriptor, &buffer, buffer.count, 0)
            if count == 0 { return String(decoding: octets, as: UTF8.self) }
            if count < 0 { return nil }
            octets += buffer[..<count]
        }
    }

    private func head() -> String? {
        var octets: [UInt8] = []
        var octet: UInt8 = 0
        while octets.suffix(4) != Array("\r\n\r\n".utf8) {
            guard recv(descriptor, &octet, 1, 0) == 1 else { return nil }
            octets.append(octet)
        }
        return String(decoding: octets, as: UTF8.self)
    }
}
