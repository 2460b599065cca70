import Testing

@testable import IMAP

/// What servers have been seen to send, against the grammar.
@Suite("Sloppy servers")
struct SloppyServerTests {
    static let fixtures: [WireFixture] = [
        .init(
            "Gmail leaves out the text after a code",
            "* OK [HIGHESTMODSEQ 42]\nW1 OK\n",
            .untagged(.status(status(.ok, .highestModSeq(42)))),
            .tagged("W1", status(.ok))
        ),
        .init(
            "Gmail's labels are no list of flags",
            "* 3 FETCH (X-GM-LABELS (\"\\\\Starred\" NIL \"a b\") X-GM-MSGID 15 UID 9)\n",
            fetch(3) { $0.uid = uid(9) }
        ),
        .init(
            "Exchange puts a quoted string with a bracket in a code",
            "A1 OK [Error=\"Wrong]Server\" Proxy=X:1993:SSL Service=Imap4] done\n",
            .tagged(
                "A1",
                status(
                    .ok,
                    .other(name: "ERROR=", arguments: "\"Wrong]Server\" Proxy=X:1993:SSL Service=Imap4"),
                    "done"
                )
            )
        ),
        .init(
            "Exchange sends flags right after the literal",
            "* 5 FETCH (BODY[] {3}\nabcUID 12 FLAGS (\\Seen))\n",
            fetch(5) {
                $0.uid = uid(12)
                $0.flags = [.seen]
                $0.sections = [body("abc")]
            }
        ),
        .init(
            "Exchange forgets the word OK before COPYUID",
            "[COPYUID 124 10 233]\n* 9 EXISTS\n",
            .unparsed("[COPYUID 124 10 233]"),
            .untagged(.exists(9))
        ),
        .init(
            "DavMail puts two spaces",
            "*  1843 EXISTS\n*  OK  [UIDNEXT  5]  next\n",
            .untagged(.exists(1843)),
            .untagged(.status(status(.ok, .uidNext(uid(5)), "next")))
        ),
        .init(
            "QQ puts a space before the closing parenthesis",
            "* 11487 FETCH (UID 19436 )\n",
            fetch(11487) { $0.uid = uid(19436) }
        ),
        .init(
            "a line end before the closing parenthesis",
            "* 9 FETCH (UID 17 BODY[] {3}\nabc\n)\n* 9 EXISTS\n",
            fetch(9) {
                $0.uid = uid(17)
                $0.sections = [body("abc")]
            },
            .unparsed(")"),
            .untagged(.exists(9))
        ),
        .init(
            "Xeams closes the list after the body",
            "* 2 FETCH (UID 4 BODY[] {3}\nabc)\n FLAGS (\\Seen) RFC822.SIZE 3)\n",
            fetch(2) {
                $0.uid = uid(4)
                $0.sections = [body("abc")]
            },
            .unparsed(" FLAGS (\\Seen) RFC822.SIZE 3)")
        ),
        .init(
            "a space before the tag, and empty lines",
            " W7 OK IDLE completed.\n\n  \nW8 OK\n",
            .tagged("W7", status(.ok, nil, "IDLE completed.")),
            .tagged("W8", status(.ok))
        ),
        .init(
            "words as capabilities",
            "* CAPABILITY SEINE IMAP server IMAP4rev1 LITERAL+\n",
            .untagged(
                .capability(
                    Capabilities(["SEINE", "IMAP", "server", "IMAP4rev1", "LITERAL+"].map { Capability($0) })
                )
            )
        ),
        .init(
            "parentheses around MODSEQ in ESEARCH",
            "* ESEARCH (TAG \"W1\") UID ALL 33866,33897 (MODSEQ 284535)\n",
            .untagged(.search(SearchResponse(tag: "W1", found: uids(33866, 33897))))
        ),
        .init(
            "a search result with a space after it, in falling order",
            "* SEARCH 9 3 7 3 \n",
            .untagged(.search(SearchResponse(tag: nil, found: uids(3, 7, 9))))
        ),
        .init(
            "Courier writes names as atoms",
            "* LIST (\\HasNoChildren) \".\" INBOX.Sent\n",
            .untagged(
                .list(
                    MailboxListing(
                        attributes: [Flag("\\HasNoChildren")],
                        delimiter: ".",
                        wireName: Array("INBOX.Sent".utf8)
                    )
                )
            )
        ),
        .init(
            "a delimiter of no characters",
            "* LIST () \"\" x\n",
            .untagged(.list(MailboxListing(attributes: [], delimiter: nil, wireName: [UInt8(ascii: "x")])))
        ),
        .init(
            "lower case",
            "* list () \"/\" x\n* 3 exists\nw1 ok [uidnext 4] x\n",
            .untagged(.list(MailboxListing(attributes: [], delimiter: "/", wireName: [UInt8(ascii: "x")]))),
            .untagged(.exists(3)),
            .tagged("w1", status(.ok, .uidNext(uid(4)), "x"))
        ),
        .init(
            "a code without an end",
            "* OK [UIDNEXT 5 next\n",
            .untagged(.status(status(.ok, nil, "[UIDNEXT 5 next")))
        ),
        .init(
            "a code with a broken argument",
            "* OK [UIDNEXT soon] x\n",
            .untagged(.status(status(.ok, .other(name: "UIDNEXT", arguments: "soon"), "x")))
        ),
        .init(
            "UIDNEXT 0",
            "* OK [UIDNEXT 0] x\n",
            .untagged(.status(status(.ok, .other(name: "UIDNEXT", arguments: "0"), "x")))
        ),
        .init(
            "a fetch without parentheses",
            "* 2 FETCH UID 4 FLAGS ()\n",
            fetch(2) {
                $0.uid = uid(4)
                $0.flags = []
            }
        ),
        .init("a bad date", "* 2 FETCH (INTERNALDATE \"yesterday\" UID 4)\n", fetch(2) { $0.uid = uid(4) }),
        .init(
            "lists that never close",
            "* 2 FETCH (UID 4 ENVELOPE ((((\n* FLAGS (\\Seen\n* 1 EXISTS\n",
            fetch(2) { $0.uid = uid(4) },
            .untagged(.flags([.seen])),
            .untagged(.exists(1))
        ),
        .init(
            "an open quote",
            "* LIST () \"/\" \"Sent\n* 1 EXISTS\n",
            .untagged(.list(MailboxListing(attributes: [], delimiter: "/", wireName: Array("Sent".utf8)))),
            .untagged(.exists(1))
        ),
        .init(
            "nothing but a star",
            "*\n* \n* 5\nhello\n",
            .unparsed("*"),
            .unparsed("* "),
            .unparsed("* 5"),
            .unparsed("hello")
        ),
    ]

    @Test("what is meant is understood, and the rest of the stream with it", arguments: fixtures)
    func sloppiness(_ fixture: WireFixture) throws { try fixture.check() }

    @Test("lines that end with LF alone are lines")
    func bareLineFeed() throws {
        let bytes = Array("* 1 FETCH (UID 2 BODY[] {2}\nab)\nW1 OK\n".utf8)
        let expected = [
            fetch(1) {
                $0.uid = uid(2)
                $0.sections = [body("ab")]
            }, .tagged("W1", status(.ok)),
        ]
        #expect(try responses([bytes]) == expected)
    }
}
