import Testing

@testable import IMAP

@Suite("A session, event by event")
struct IMAPSessionTests {
    @Test("it starts by asking what the server can do, and ignores what was left over from the login")
    func start() {
        var talk = Conversation()
        #expect(talk.session.connected(at: talk.now) == [sends("W1 CAPABILITY\n")])
        #expect(talk.receive("* CAPABILITY IMAP4rev1\nA003 OK [CAPABILITY IMAP4rev1 IDLE] Logged in\n") == [])
        let capabilities = Capabilities([Capability("IMAP4rev1"), .idle, .uidPlus])
        #expect(talk.receive("* CAPABILITY IMAP4rev1 IDLE UIDPLUS\nW1 OK done\n") == [.ready(capabilities)])
        #expect(talk.session.capabilities == capabilities)
    }

    @Test("it switches UTF-8 on where the server has it, and then writes names so")
    func enable() {
        var talk = Conversation()
        _ = talk.session.connected(at: talk.now)
        #expect(
            talk.receive("* CAPABILITY IMAP4rev1 ENABLE UTF8=ACCEPT\nW1 OK\n") == [sends("W2 ENABLE UTF8=ACCEPT\n")]
        )
        #expect(talk.submit(.select(MailboxName("é"))) == [])
        let ready = SessionAction.ready(Capabilities([Capability("IMAP4rev1"), .enable, .utf8Accept]))
        #expect(talk.receive("* ENABLED UTF8=ACCEPT\nW2 OK\n") == [ready, sends("W3 SELECT \"é\"\n")])
    }

    @Test("a refused ENABLE changes nothing, and names stay in UTF-7")
    func refusedEnable() {
        var talk = Conversation()
        _ = talk.session.connected(at: talk.now)
        _ = talk.receive("* CAPABILITY IMAP4rev1 ENABLE UTF8=ACCEPT\nW1 OK\n")
        _ = talk.receive("W2 BAD what\n")
        #expect(talk.submit(.select(MailboxName("é"))) == [sends("W3 SELECT \"&AOk-\"\n")])
    }

    @Test("a refused CAPABILITY ends the session")
    func refusedCapability() {
        var talk = Conversation()
        _ = talk.session.connected(at: talk.now)
        #expect(talk.receive("W1 NO [UNAVAILABLE] x\n") == [.close(refused("CAPABILITY", .unavailable, "x"))])
    }

    @Test("SELECT gathers what the server says of the mailbox")
    func select() {
        var talk = Conversation.ready()
        #expect(talk.submit(.select(.inbox)) == [sends("W2 SELECT \"INBOX\"\n")])
        let actions = talk.receive(
            """
            * 5 EXISTS
            * OK [CLOSED] previous
            * FLAGS (\\Seen)
            * OK [PERMANENTFLAGS (\\Seen \\*)] x
            * 172 EXISTS
            * 1 RECENT
            * OK [UNSEEN 12] x
            * OK [UIDVALIDITY 3857529045] x
            * OK [UIDNEXT 4392] x
            * OK [HIGHESTMODSEQ 9]
            W2 OK [READ-ONLY] done

            """
        )
        var expected = SelectedMailbox()
        expected.exists = 172
        expected.flags = [.seen]
        expected.permanentFlags = [.seen, Flag("\\*")]
        expected.uidValidity = UIDValidity(3_857_529_045)
        expected.uidNext = uid(4392)
        expected.highestModSeq = 9
        expected.isReadOnly = true
        #expect(actions == [done(2, .selected(expected))])
    }

    @Test("UIDVALIDITY 0 counts as none")
    func noValidity() {
        var talk = Conversation.ready()
        _ = talk.submit(.select(.inbox))
        #expect(talk.receive("* OK [UIDVALIDITY 0] x\nW2 OK\n") == [done(2, .selected(SelectedMailbox()))])
    }

    @Test("LIST gathers the mailboxes, by the encoding that is in force")
    func list() {
        var talk = Conversation.ready("SPECIAL-USE LIST-EXTENDED")
        #expect(talk.submit(.list) == [sends("W2 LIST \"\" \"*\" RETURN (SPECIAL-USE)\n")])
        let actions = talk.receive("* LIST (\\Sent) \"/\" &AOk-\n* LIST () \"/\" INBOX\nW2 OK\n")
        guard case .completed(_, .success(.mailboxes(let mailboxes)))? = actions.first else {
            Issue.record("\(actions)")
            return
        }
        #expect(mailboxes.map(\.name) == [MailboxName("é"), .inbox])
        #expect(Mailbox.sent(among: mailboxes)?.name.text == "é")
    }

    @Test("several fetches are in flight at once, and each message goes to the command that asked for it")
    func pipelining() {
        var talk = Conversation.ready()
        #expect(talk.submit(.fetch(uids(1, 2), [.message])) == [sends("W2 UID FETCH 1:2 (UID BODY.PEEK[])\n")])
        #expect(talk.submit(.fetch(uids(3), [.message])) == [sends("W3 UID FETCH 3 (UID BODY.PEEK[])\n")])
        #expect(talk.submit(.fetch(uids(3, 4), [.size])) == [sends("W4 UID FETCH 3:4 (UID RFC822.SIZE)\n")])
        let actions = talk.receive(
            """
            * 3 FETCH (UID 3 BODY[] {1}
            c)
            * 1 FETCH (BODY[] {1}
            a UID 1)
            * 2 FETCH (FLAGS (\\Seen))
            * 2 FETCH (UID 2 FLAGS (\\Seen))
            * 9 FETCH (UID 9 BODY[] {1}
            z)
            * 3 FETCH (UID 3 RFC822.SIZE 1)
            W3 OK
            W2 OK

            """
        )
        let owners = actions.compactMap { action in
            switch action {
            case .event(.fetched(let fetch, let id)): "\(id) \(fetch.uid.map(\.description) ?? "")"
            case .event(.changed(let fetch)): "changed \(fetch.sequenceNumber)"
            case .completed(let id, _): "done \(id)"
            default: nil
            }
        }
        #expect(owners == ["W3 3", "W2 1", "changed 2", "changed 2", "changed 9", "W4 3", "done W3", "done W2"])
    }

    @Test("a command that is no fetch waits until the line is free, and those after it wait for it")
    func order() {
        var talk = Conversation.ready()
        _ = talk.submit(.fetch(uids(1), [.size]))
        #expect(talk.submit(.select(.inbox)) == [])
        #expect(talk.submit(.fetch(uids(2), [.size])) == [])
        #expect(talk.receive("W2 OK\n") == [done(2), sends("W3 SELECT \"INBOX\"\n")])
        #expect(
            talk.receive("W3 OK\n") == [
                done(3, .selected(SelectedMailbox())), sends("W4 UID FETCH 2 (UID RFC822.SIZE)\n"),
            ]
        )
    }

    @Test("searches go one at a time, beside fetches")
    func searches() {
        var talk = Conversation.ready()
        _ = talk.submit(.fetch(uids(1), [.size]))
        #expect(talk.submit(.search([.all])) == [sends("W3 UID SEARCH ALL\n")])
        #expect(talk.submit(.search([.all])) == [])
        #expect(
            talk.receive("* SEARCH 4\n* SEARCH 5\nW3 OK\n") == [
                done(3, .found(uids(4, 5))), sends("W4 UID SEARCH ALL\n"),
            ]
        )
        #expect(
            talk.receive("* ESEARCH (TAG \"W9\") UID ALL 1\n* ESEARCH (TAG \"W4\") UID ALL 7\nW4 OK\n") == [
                done(4, .found(uids(7)))
            ]
        )
    }

    @Test("a literal waits for the server's word, and nothing is sent before it")
    func synchronising() {
        var talk = Conversation.ready()
        #expect(talk.submit(.append(AppendMessage([65], to: .inbox))) == [sends("W2 APPEND \"INBOX\" {1}\n")])
        #expect(talk.submit(.noop) == [])
        #expect(talk.receive("+ go\n") == [.send(Array("A\r\n".utf8))])
        #expect(
            talk.receive("W2 OK [APPENDUID 38505 3955] x\n") == [
                done(2, .appended(UIDValidity(38505), uids(3955))), sends("W3 NOOP\n"),
            ]
        )
    }

    @Test("a literal that is refused is not sent")
    func refusedLiteral() {
        var talk = Conversation.ready()
        _ = talk.submit(.append(AppendMessage([65], to: MailboxName("Sent"))))
        #expect(talk.receive("W2 NO [TRYCREATE] none\n") == [failed(2, refused("APPEND", .tryCreate, "none"))])
        #expect(talk.receive("+ go\n") == [])
        #expect(talk.submit(.noop) == [sends("W3 NOOP\n")])
    }

    @Test("COPYUID is taken from MOVE's untagged OK and from COPY's tagged one")
    func copyUID() {
        let copied = CommandOutcome.copied(UIDValidity(1), source: uids(4), destination: uids(9))
        var talk = Conversation.ready()
        _ = talk.submit(.move(uids(4), to: .inbox))
        #expect(
            talk.receive("* OK [COPYUID 1 4 9]\n* 2 EXPUNGE\nW2 OK [HIGHESTMODSEQ 4] x\n") == [
                .event(.expunged(2)), done(2, copied),
            ]
        )
        _ = talk.submit(.copy(uids(4), to: .inbox))
        #expect(talk.receive("W3 OK [COPYUID 1 4 9] x\n") == [done(3, copied)])
    }

    @Test("what the server says on its own is told at any moment")
    func unsolicited() {
        var talk = Conversation.ready()
        #expect(
            talk.receive("* 5 EXISTS\n* 2 EXPUNGE\n* VANISHED 7\n* OK [ALERT] full\n* NO slow\nhello\n* XFOO\n") == [
                .event(.exists(5)), .event(.expunged(2)), .event(.vanished(uids(7))), .event(.alert("full")),
                .event(.notice(status(.no, nil, "slow"))), .event(.unparsed("hello")),
            ]
        )
    }

    @Test("BYE ends the session and fails what is not finished", arguments: [true, false])
    func bye(isTransient: Bool) {
        var talk = Conversation.ready()
        _ = talk.submit(.select(.inbox))
        _ = talk.submit(.noop)
        let code: ResponseCode.Condition = isTransient ? .unavailable : .contactAdmin
        let error = IMAPError.bye(StatusText(code: .condition(code), text: "x"))
        #expect(error.isTransient == isTransient)
        #expect(
            talk.receive("* BYE [\(code.rawValue)] x\n* 3 EXISTS\n") == [
                failed(2, error), failed(3, error), .close(error),
            ]
        )
        #expect(talk.receive("W2 OK\n") == [])
        #expect(talk.submit(.noop) == [failed(4, .disconnected)])
        #expect(talk.session.deadline == nil)
        #expect(talk.session.closed() == [])
    }

    @Test("LOGOUT ends in peace, with or without an answer", arguments: ["* BYE x\nW2 OK\n", "* BYE x\n"])
    func logout(answer: String) {
        var talk = Conversation.ready()
        #expect(talk.submit(.logout) == [sends("W2 LOGOUT\n")])
        #expect(talk.submit(.noop) == [])
        let actions = talk.receive(answer) + talk.session.closed()
        #expect(actions.last == .close(nil))
        #expect(actions.filter { if case .close = $0 { true } else { false } }.count == 1)
    }

    @Test("the end of the stream and a broken stream fail what is not finished")
    func ends() {
        var talk = Conversation.ready()
        _ = talk.submit(.noop)
        #expect(talk.receive("") == [failed(2, .disconnected), .close(.disconnected)])
        talk = Conversation.ready()
        let error = IMAPError.literalTooLarge(limit: 4_294_967_295)
        #expect(talk.receive("* LIST () NIL {99999999999}\n") == [.close(error)])
        #expect(!error.isTransient)
    }

    @Test("a command that cannot be written fails alone")
    func unencodable() {
        var talk = Conversation.ready()
        #expect(talk.submit(.expunge(UIDSet())) == [failed(2, .unencodable("an empty UID set"))])
        #expect(talk.submit(.noop) == [sends("W3 NOOP\n")])
    }

    @Test(
        "a refusal answers whether to try again",
        arguments: [
            ("NO x", true), ("BAD x", false), ("NO [UNAVAILABLE] x", true), ("NO [INUSE] x", true),
            ("NO [NONEXISTENT] x", false), ("NO [AUTHENTICATIONFAILED] x", false), ("NO [TRYCREATE] x", false),
            ("NO [OVERQUOTA] x", false), ("NO [THROTTLED] x", true), ("NO [X-NEW] x", true), ("NO [ALERT] x", true),
            ("BAD User is authenticated but not connected.", true),
        ]
    )
    func transience(line: String, isTransient: Bool) {
        var talk = Conversation.ready()
        _ = talk.submit(.noop)
        let failures = talk.receive("W2 \(line)\n").compactMap { action in
            if case .completed(_, .failure(let error)) = action { error } else { nil }
        }
        #expect(failures.map(\.isTransient) == [isTransient])
    }
}
