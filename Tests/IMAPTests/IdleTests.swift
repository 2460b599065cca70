import Testing

@testable import IMAP

@Suite("Idling, polling and dead lines")
struct IdleTests {
    private static func idling() -> Conversation {
        var talk = Conversation.ready("IDLE")
        _ = talk.session.startIdling(at: talk.now)
        _ = talk.receive("+ idling\n")
        return talk
    }

    @Test("it idles when all commands are finished, stops for the next, and then waits to be told again")
    func commands() {
        var talk = Conversation.ready("IDLE")
        _ = talk.submit(.noop)
        #expect(talk.session.startIdling(at: talk.now) == [])
        #expect(talk.receive("W2 OK\n") == [done(2), sends("W3 IDLE\n")])
        #expect(talk.receive("+ idling\n* 4 EXISTS\n") == [.event(.exists(4))])
        #expect(talk.submit(.noop) == [sends("DONE\n")])
        #expect(talk.submit(.noop) == [])
        #expect(talk.receive("W3 OK\n") == [sends("W4 NOOP\n")])
        #expect(talk.receive("W4 OK\n") == [done(4), sends("W5 NOOP\n")])
        #expect(talk.receive("W5 OK\n") == [done(5)])
        #expect(talk.session.deadline == nil)
        #expect(talk.session.startIdling(at: talk.now) == [sends("W6 IDLE\n")])
        #expect(talk.session.startIdling(at: talk.now) == [])
    }

    @Test("DONE waits for the server to confirm the IDLE")
    func early() {
        var talk = Conversation.ready("IDLE")
        #expect(talk.session.startIdling(at: talk.now) == [sends("W2 IDLE\n")])
        #expect(talk.submit(.noop) == [])
        #expect(talk.receive("+\n") == [sends("DONE\n")])
        #expect(talk.receive("W2 OK\n") == [sends("W3 NOOP\n")])
    }

    @Test("an IDLE is entered anew before 29 minutes are over, however lively the line")
    func renewal() {
        var talk = Self.idling()
        for _ in 0..<12 {
            #expect(talk.wait(.seconds(120)) == [])
            #expect(talk.receive("* OK Still here\n").count == 1)
        }
        #expect(talk.session.deadline == .seconds(1000 + 25 * 60))
        #expect(talk.wait(.seconds(60)) == [sends("DONE\n")])
        #expect(talk.receive("W2 OK\n") == [sends("W3 IDLE\n")])
        #expect(SessionTiming(idle: .seconds(3600)).idle < .seconds(29 * 60))
    }

    @Test("after a long silence the line is tried, and given up if nothing comes")
    func silence() {
        var talk = Self.idling()
        #expect(talk.session.deadline == talk.now + .seconds(300))
        #expect(talk.wait(.seconds(299)) == [])
        #expect(talk.wait(.seconds(1)) == [sends("DONE\n")])
        #expect(talk.wait(.seconds(119)) == [])
        #expect(talk.wait(.seconds(1)) == [.close(.silent(.seconds(120)))])
    }

    @Test("a command without an answer ends the session, and every byte from the server gives it more time")
    func answer() {
        var talk = Conversation.ready()
        #expect(talk.session.deadline == nil)
        _ = talk.submit(.fetch(uids(1), [.message]))
        #expect(talk.wait(.seconds(100)) == [])
        #expect(talk.receive("* 1 FETCH (UID 1 BODY[] {100}\nabc") == [])
        #expect(talk.wait(.seconds(100)) == [])
        let error = IMAPError.silent(.seconds(120))
        #expect(talk.wait(.seconds(20)) == [failed(2, error), .close(error)])
        #expect(error.isTransient)
    }

    @Test("a slow upload is no silence")
    func upload() {
        var talk = Conversation.ready("LITERAL+")
        _ = talk.submit(.append(AppendMessage([65], to: .inbox)))
        talk.now += .seconds(110)
        talk.session.sent(at: talk.now)
        #expect(talk.wait(.seconds(110)) == [])
        #expect(talk.receive("W2 OK\n") == [done(2)])
    }

    @Test("without IDLE, or where it is refused, news are asked for from time to time", arguments: ["", "IDLE"])
    func polling(capability: String) {
        var talk = Conversation.ready(capability)
        _ = talk.session.startIdling(at: talk.now)
        if capability == "IDLE" { #expect(talk.receive("W2 BAD no such\n") == []) }
        let next = talk.session.nextID
        #expect(talk.session.deadline == talk.now + .seconds(60))
        #expect(talk.wait(.seconds(60)) == [sends("\(next) NOOP\n")])
        #expect(talk.receive("* 3 EXISTS\n\(next) OK\n") == [.event(.exists(3))])
        #expect(talk.session.deadline == talk.now + .seconds(60))
    }

    @Test("a server that ends every IDLE at once is polled")
    func brief() {
        var talk = Self.idling()
        #expect(talk.receive("W2 OK\n") == [])
        #expect(talk.session.deadline == talk.now + .seconds(60))
    }

    @Test("a server that ends an IDLE after a while is asked again")
    func ended() {
        var talk = Self.idling()
        talk.now += .seconds(100)
        #expect(talk.receive("W2 OK\n") == [sends("W3 IDLE\n")])
    }
}
