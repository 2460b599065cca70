import TestSupport
import Testing

@testable import Curl

@Suite("The hand-over")
struct SMTPHandOverTests {
    private struct NotNow: Error {}

    /// A relay that reads a whole message of `size` without the dot, and notes what comes before it is told to go on.
    private func watchfulServer(_ size: Int, _ log: Log) throws -> ScriptedServer {
        try ScriptedServer { peer in
            peer.say("220 relay.test")
            _ = try peer.line()
            peer.say("250-relay.test", "250 PIPELINING")
            for _ in 0..<3 { _ = try peer.line() }
            peer.say("250 fine", "250 fine", "354 go on")
            let early = peer.count(of: size) - size
            log.note("all read")
            log.note("early: \(early + peer.unread(within: .milliseconds(150)).count)")
            let rest = try peer.text(through: ".\r\n")
            log.note(rest == ".\r\n" ? "dot" : "not a dot")
            peer.say("250 taken")
            peer.awaitEnd()
        }
    }

    @Test("the dot is not sent before the caller has recorded it", arguments: [10, 16384, 65536, 65537, 3_000_000])
    func dotComesLast(size: Int) async throws {
        let log = Log()
        let server = try watchfulServer(size, log)
        defer { server.stop() }
        let reactor = try Reactor()
        let body = [UInt8](repeating: 0x61, count: size - 5) + Array("end\r\n".utf8)
        let receipt = try await reactor.submit(body, envelope: envelope, to: relay(server, credentials: .none)) {
            #expect(await log.awaits("early: 0"))
            log.note("recorded")
        }
        #expect(receipt.reply.code == 250)
        #expect(log.all == ["all read", "early: 0", "recorded", "dot"])
        await reactor.shutdown()
    }

    @Test("a caller that cannot record it stops the delivery")
    func stopped() async throws {
        let log = Log()
        let server = try ScriptedServer { peer in
            peer.say("220 relay.test")
            _ = try peer.line()
            peer.say("250-relay.test", "250 PIPELINING")
            for _ in 0..<3 { _ = try peer.line() }
            peer.say("250 fine", "250 fine", "354 go on")
            _ = try peer.text(through: "bye\r\n")
            log.note("rest: \(peer.unread(within: .seconds(10)).count)")
        }
        defer { server.stop() }
        let reactor = try Reactor()
        let error = await #expect(throws: SubmissionError.self) {
            try await reactor.submit(message, envelope: envelope, to: relay(server, credentials: .none)) {
                throw NotNow()
            }
        }
        #expect(error?.fate == .notHandedOver)
        #expect(error?.handOverError is NotNow)
        #expect(await log.awaits("rest: 0"))
        await reactor.shutdown()
    }

    @Test("a relay that hangs up before the dot certainly has nothing")
    func goneBeforeDot() async throws {
        let script = SMTPScript(deeds: [.body: .cut])
        let server = try script.server()
        defer { server.stop() }
        let reactor = try Reactor()
        let error = await #expect(throws: SubmissionError.self) {
            try await reactor.submit(message, envelope: envelope, to: relay(server)) {
                #expect(await script.log.awaits("deed body"))
            }
        }
        #expect(error?.fate == .notHandedOver)
        #expect(error?.isTransient == true)
        await reactor.shutdown()
    }

    @Test("cancelled before the dot nothing is delivered; after it, it is uncertain", arguments: [true, false])
    func cancelled(afterDot: Bool) async throws {
        let script = SMTPScript(deeds: [.dot: .stall])
        let server = try script.server()
        defer { server.stop() }
        let reactor = try Reactor()
        let relay = relay(server)
        let log = script.log
        let task = Task {
            await #expect(throws: SubmissionError.self) {
                try await reactor.submit(message, envelope: envelope, to: relay) {
                    log.note("recorded")
                    if !afterDot { try await Task.sleep(for: .seconds(60)) }
                }
            }
        }
        #expect(await log.awaits(afterDot ? "deed dot" : "recorded"))
        task.cancel()
        let error = await task.value
        #expect(error?.fate == (afterDot ? .uncertain : .notHandedOver))
        #expect(error?.cause.kind == .cancelled)
        #expect(log.all.contains { $0.hasPrefix("message") } == afterDot)
        await reactor.shutdown()
    }

    @Test("a relay that is slow to answer the dot holds up nobody else")
    func slowVerdict() async throws {
        let slow = SMTPScript(deeds: [.dot: .stall])
        let slowServer = try slow.server()
        defer { slowServer.stop() }
        let server = try SMTPScript().server()
        defer { server.stop() }
        let reactor = try Reactor()
        let slowRelay = relay(slowServer)
        let waiting = Task { try await reactor.submit(message, envelope: envelope, to: slowRelay) {} }
        #expect(await slow.log.awaits("deed dot"))
        let receipt = try await reactor.submit(message, envelope: envelope, to: relay(server)) {}
        #expect(receipt.reply.code == 250)
        waiting.cancel()
        await #expect(throws: SubmissionError.self) { try await waiting.value }
        await reactor.shutdown()
    }
}
