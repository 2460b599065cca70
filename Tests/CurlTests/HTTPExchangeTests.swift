import TestSupport
import Testing

@testable import Curl

@Suite("HTTP exchanges")
struct HTTPExchangeTests {
    private func get(_ server: ScriptedServer, limits: HTTPLimits = HTTPLimits()) -> HTTPRequest {
        HTTPRequest("GET", "http://127.0.0.1:\(server.port)/", limits: limits, proxy: .none, allowsPlaintext: true)
    }

    private func respond(_ text: String, log: Log = Log()) throws -> ScriptedServer {
        try ScriptedServer { peer in
            log.note(try peer.text(through: "\r\n\r\n"))
            peer.write(text)
        }
    }

    @Test("any status is a response", arguments: [200, 204, 301, 404, 429, 500, 503])
    func status(status: Int) async throws {
        let server = try respond("HTTP/1.1 \(status) Some\r\nContent-Length: 0\r\n\r\n")
        defer { server.stop() }
        let reactor = try Reactor()
        let response = try await reactor.exchange(get(server))
        #expect(response.status == status)
        #expect(try await response.body.collect().isEmpty)
        await reactor.shutdown()
    }

    @Test(
        "of many exchanges at once every one ends, however their tasks and the loop take turns",
        .timeLimit(.minutes(5))
    )
    func manyAtOnce() async throws {
        let server = try respond("HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok")
        defer { server.stop() }
        let reactor = try Reactor()
        let request = get(server)
        let bodies = try await withThrowingTaskGroup(of: [UInt8].self) { group in
            for _ in 0..<12 {
                group.addTask {
                    var last: [UInt8] = []
                    for _ in 0..<50 { last = try await reactor.exchange(request).body.collect() }
                    return last
                }
            }
            return try await group.reduce(into: []) { $0.append($1) }
        }
        #expect(bodies == Array(repeating: Array("ok".utf8), count: 12))
        await reactor.shutdown()
    }

    @Test("interim responses are skipped and fields are found whatever their case")
    func fields() async throws {
        let server = try respond(
            "HTTP/1.1 103 Early Hints\r\nX: early\r\n\r\n"
                + "HTTP/1.1 200 OK\r\nETag: \"v1\"\r\nx:  late \r\nLast-Modified: today\r\nContent-Length: 2\r\n\r\nok"
        )
        defer { server.stop() }
        let reactor = try Reactor()
        let response = try await reactor.exchange(get(server))
        #expect(response.value(of: "X") == "late")
        #expect(response.validators == HTTPValidators(etag: "\"v1\"", lastModified: "today"))
        #expect(try await response.body.collect() == Array("ok".utf8))
        await reactor.shutdown()
    }

    @Test("a request over a connection of its own is sent once, though a kept connection dies before the answer")
    func ownConnection() async throws {
        let log = Log()
        let server = try ScriptedServer { peer in
            log.note(try peer.text(through: "\r\n\r\n"))
            peer.say("HTTP/1.1 200 OK", "Content-Length: 0", "")
            log.note(try peer.text(through: "\r\n\r\n"))
        }
        defer { server.stop() }
        let reactor = try Reactor()
        var request = get(server)
        request.method = "POST"
        request.usesOwnConnection = true
        for _ in 1...3 { _ = try await reactor.exchange(request).body.collect() }
        #expect(log.all.count == 3)
        #expect(server.connections == 3)
        await reactor.shutdown()
    }

    @Test("a request carries its method, fields and content, and nothing that nobody asked for")
    func request() async throws {
        let log = Log()
        let server = try ScriptedServer { peer in
            log.note(try peer.text(through: "\r\n\r\n"))
            log.note(try peer.text(through: "}"))
            peer.say("HTTP/1.1 201 Created", "Content-Length: 0", "")
        }
        defer { server.stop() }
        let reactor = try Reactor()
        var request = get(server)
        request.method = "PUT"
        request.fields = [.init("X-Empty", ""), .init("Authorization", "Bearer t")]
        request.body = Array(#"{"a":1}"#.utf8)
        request.unlessMatching = HTTPValidators(etag: "\"v1\"")
        #expect(try await reactor.exchange(request).status == 201)
        let head = try #require(log.all.first)
        #expect(
            head.split(separator: "\r\n") == [
                "PUT / HTTP/1.1", "Host: 127.0.0.1:\(server.port)", "Accept: */*", "X-Empty:",
                "Authorization: Bearer t", "If-None-Match: \"v1\"", "Content-Length: 7",
            ]
        )
        #expect(log.all.last == #"{"a":1}"#)
        await reactor.shutdown()
    }

    @Test("redirects are handed to the caller, and followed only if asked")
    func redirects() async throws {
        let server = try ScriptedServer { peer in
            for _ in 0..<2 {
                let isFirst = try peer.text(through: "\r\n\r\n").hasPrefix("GET / ")
                if isFirst {
                    peer.say("HTTP/1.1 302 Found", "Location: /next", "Content-Length: 3", "")
                    peer.write("not")
                } else {
                    peer.say("HTTP/1.1 200 OK", "Content-Length: 3", "")
                    peer.write("yes")
                }
            }
        }
        defer { server.stop() }
        let reactor = try Reactor()
        let plain = try await reactor.exchange(get(server))
        #expect(plain.status == 302)
        #expect(try await plain.body.collect() == Array("not".utf8))
        var request = get(server)
        request.redirects = 1
        let followed = try await reactor.exchange(request)
        #expect(followed.status == 200)
        #expect(try await followed.body.collect() == Array("yes".utf8))
        await reactor.shutdown()
    }

    @Test(
        "only https is spoken unless plain text is asked for",
        arguments: ["http://127.0.0.1:1/", "file:///etc/passwd"]
    )
    func protocols(url: String) async throws {
        let reactor = try Reactor()
        let error = await #expect(throws: CurlError.self) { try await reactor.exchange(HTTPRequest("GET", url)) }
        #expect(error?.kind == .invalidRequest)
        await reactor.shutdown()
    }

    @Test(
        "what would break out of the header section is refused",
        arguments: [
            ("GET", "X", "a\r\nb: c"), ("GET", "X: y", "a"), ("GET /x HTTP/1.1\r\nA:", "X", "a"), ("", "X", "a"),
        ]
    )
    func injection(method: String, name: String, value: String) async throws {
        let reactor = try Reactor()
        let request = HTTPRequest(method, "https://127.0.0.1:1/", fields: [.init(name, value)])
        let error = await #expect(throws: CurlError.self) { try await reactor.exchange(request) }
        #expect(error?.kind == .invalidRequest)
        await reactor.shutdown()
    }

    @Test("a body over the limit fails, announced or not", arguments: ["Content-Length: 1000\r\n", ""])
    func bodyLimit(announcement: String) async throws {
        let body = String(repeating: "x", count: 1000)
        let server = try respond("HTTP/1.1 200 OK\r\n\(announcement)\r\n\(body)")
        defer { server.stop() }
        let reactor = try Reactor()
        let request = get(server, limits: HTTPLimits(bodyBytes: 999))
        let error = await #expect(throws: CurlError.self) {
            try await reactor.exchange(request).body.collect()
        }
        #expect(error?.kind == .limit)
        #expect(error?.isTransient == false)
        await reactor.shutdown()
    }

    @Test("a header section over the limit fails")
    func headerLimit() async throws {
        let lines = String(repeating: "X: y\r\n", count: 1000)
        let server = try respond("HTTP/1.1 200 OK\r\n\(lines)\r\n")
        defer { server.stop() }
        let reactor = try Reactor()
        let request = get(server, limits: HTTPLimits(headerBytes: 4096))
        let error = await #expect(throws: CurlError.self) { try await reactor.exchange(request) }
        #expect(error?.kind == .limit)
        await reactor.shutdown()
    }

    @Test("a body cut short is an error worth another try")
    func cut() async throws {
        let server = try respond("HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\nhalf")
        defer { server.stop() }
        let reactor = try Reactor()
        let response = try await reactor.exchange(get(server))
        let error = await #expect(throws: CurlError.self) { try await response.body.collect() }
        #expect(error?.kind == .connectionLost)
        #expect(error?.isTransient == true)
        await reactor.shutdown()
    }

    @Test("a server that says nothing runs into the time limit")
    func timeout() async throws {
        let server = try ScriptedServer { peer in peer.awaitEnd() }
        defer { server.stop() }
        let reactor = try Reactor()
        let request = get(server, limits: HTTPLimits(total: .milliseconds(200)))
        let error = await #expect(throws: CurlError.self) { try await reactor.exchange(request) }
        #expect(error?.kind == .timeout)
        #expect(error?.phase == .exchanging)
        await reactor.shutdown()
    }

    @Test("cancelling ends the transfer, before the head and in the body", arguments: [true, false])
    func cancellation(inBody: Bool) async throws {
        let log = Log()
        let server = try ScriptedServer { peer in
            _ = try peer.text(through: "\r\n\r\n")
            if inBody { peer.write("HTTP/1.1 200 OK\r\n\r\n") }
            log.note("asked")
            peer.awaitEnd()
            log.note("gone")
        }
        defer { server.stop() }
        let reactor = try Reactor()
        let request = get(server)
        let task = Task { try await reactor.exchange(request).body.collect() }
        #expect(await log.awaits("asked"))
        task.cancel()
        let error = await #expect(throws: CurlError.self) { try await task.value }
        #expect(error?.kind == .cancelled)
        #expect(await log.awaits("gone"))
        await reactor.shutdown()
    }

    @Test("a body that is dropped unread ends the transfer")
    func dropped() async throws {
        let log = Log()
        let server = try ScriptedServer { peer in
            _ = try peer.text(through: "\r\n\r\n")
            peer.write("HTTP/1.1 200 OK\r\n\r\n")
            peer.awaitEnd()
            log.note("gone")
        }
        defer { server.stop() }
        let reactor = try Reactor()
        let status = try await reactor.exchange(get(server)).status
        #expect(status == 200)
        #expect(await log.awaits("gone"))
        await reactor.shutdown()
    }

    @Test("a reader that does not read holds the server back, and gets everything in the end")
    func backPressure() async throws {
        let log = Log()
        let total = 64 << 20
        let server = try ScriptedServer { peer in
            _ = try peer.text(through: "\r\n\r\n")
            peer.write("HTTP/1.1 200 OK\r\nContent-Length: \(total)\r\n\r\n")
            let chunk = [UInt8](repeating: 0x78, count: 1 << 20)
            let held = peer.writeUntilHeld(chunk, most: total, limit: .milliseconds(300))
            log.note(held < total / 2 ? "held" : "not held")
            var rest = total - held
            while rest > 0 {
                let count = peer.writeUntilHeld(Array(chunk.prefix(rest)), most: 1, limit: eventuallyLimit)
                guard count > 0 else { return }
                rest -= count
            }
        }
        defer { server.stop() }
        let reactor = try Reactor()
        let limits = HTTPLimits(total: .seconds(240), bodyBytes: total)
        let response = try await reactor.exchange(get(server, limits: limits))
        #expect(await log.awaits("held"))
        var count = 0
        var largest = 0
        for try await chunk in response.body {
            count += chunk.count
            largest = max(largest, chunk.count)
        }
        #expect(count == total)
        #expect(largest <= 128 << 10)
        await reactor.shutdown()
    }

    @Test("a proxy is used as told", arguments: [true, false])
    func proxy(isUsed: Bool) async throws {
        let log = Log()
        let server = try respond("HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n", log: log)
        defer { server.stop() }
        let reactor = try Reactor()
        var request = get(server)
        if isUsed {
            request.url = "http://shop.invalid/"
            request.proxy = .url("http://127.0.0.1:\(server.port)")
        }
        _ = try await reactor.exchange(request)
        #expect(log.all.first?.hasPrefix(isUsed ? "GET http://shop.invalid/ " : "GET / ") == true)
        await reactor.shutdown()
    }
}
