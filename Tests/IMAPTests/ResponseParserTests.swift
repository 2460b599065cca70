import Foundation
import Testing

@testable import IMAP

@Suite("Responses by the book")
struct ResponseParserTests {
    static let statuses: [WireFixture] = [
        .init(
            "greeting",
            "* OK [CAPABILITY IMAP4rev1 IDLE] ready\n",
            .untagged(
                .status(
                    status(
                        .ok,
                        .capability(Capabilities([Capability("IMAP4rev1"), .idle])),
                        "ready"
                    )
                )
            )
        ),
        .init("preauth", "* PREAUTH hello\n", .untagged(.status(status(.preauth, nil, "hello")))),
        .init("bye", "* BYE too many\n", .untagged(.status(status(.bye, nil, "too many")))),
        .init("tagged", "W1 OK done\n", .tagged("W1", status(.ok, nil, "done"))),
        .init(
            "authentication failed",
            "A1 NO [AUTHENTICATIONFAILED] wrong\n",
            .tagged("A1", status(.no, .condition(.authenticationFailed), "wrong"))
        ),
        .init(
            "try create",
            "W2 NO [TRYCREATE] no such\n",
            .tagged("W2", status(.no, .condition(.tryCreate), "no such"))
        ),
        .init(
            "unavailable",
            "W2 NO [UNAVAILABLE] later\n",
            .tagged("W2", status(.no, .condition(.unavailable), "later"))
        ),
        .init(
            "uidvalidity",
            "* OK [UIDVALIDITY 3857529045] UIDs valid\n",
            .untagged(.status(status(.ok, .uidValidity(UIDValidity(3_857_529_045)), "UIDs valid")))
        ),
        .init("uidnext", "* OK [UIDNEXT 4392] next\n", .untagged(.status(status(.ok, .uidNext(uid(4392)), "next")))),
        .init(
            "permanent flags",
            "* OK [PERMANENTFLAGS (\\Deleted \\*)] Limited\n",
            .untagged(.status(status(.ok, .permanentFlags([.deleted, Flag("\\*")]), "Limited")))
        ),
        .init(
            "appenduid",
            "W3 OK [APPENDUID 38505 3955] done\n",
            .tagged("W3", status(.ok, .appendUID(UIDValidity(38505), uids(3955)), "done"))
        ),
        .init(
            "copyuid",
            "W3 OK [COPYUID 38505 304,319:320 3956:3958] done\n",
            .tagged(
                "W3",
                status(
                    .ok,
                    .copyUID(UIDValidity(38505), source: uids(304, 319, 320), destination: uids(3956, 3957, 3958)),
                    "done"
                )
            )
        ),
        .init(
            "modseq",
            "* OK [HIGHESTMODSEQ 715194045007]\n",
            .untagged(.status(status(.ok, .highestModSeq(715_194_045_007))))
        ),
        .init(
            "unknown code",
            "* OK [X-NEW (a \"b]\") c] fine\n",
            .untagged(.status(status(.ok, .other(name: "X-NEW", arguments: "(a \"b]\") c"), "fine")))
        ),
        .init(
            "text that looks like a literal",
            "* OK send me {5}\nW1 NO {3}\n",
            .untagged(.status(status(.ok, nil, "send me {5}"))),
            .tagged("W1", status(.no, nil, "{3}"))
        ),
        .init("continuation", "+ idling\n+ \n+\n", .continuation("idling"), .continuation(""), .continuation("")),
    ]

    static let data: [WireFixture] = [
        .init(
            "capability",
            "* CAPABILITY IMAP4rev1 LITERAL+ idle\n",
            .untagged(.capability(Capabilities([Capability("IMAP4REV1"), .literalPlus, .idle])))
        ),
        .init("enabled", "* ENABLED UTF8=ACCEPT\n", .untagged(.enabled(Capabilities([.utf8Accept])))),
        .init(
            "list",
            "* LIST (\\HasNoChildren \\Sent) \"/\" \"Sent \\\"x\\\" \\\\ \"\n",
            .untagged(
                .list(
                    MailboxListing(
                        attributes: [Flag("\\hasnochildren"), Flag("\\Sent")],
                        delimiter: "/",
                        wireName: Array("Sent \"x\" \\ ".utf8)
                    )
                )
            )
        ),
        .init(
            "list with a literal",
            "* LIST () NIL {5}\na\"b\\c\n",
            .untagged(
                .list(
                    MailboxListing(
                        attributes: [],
                        delimiter: nil,
                        wireName: Array("a\"b\\c".utf8)
                    )
                )
            )
        ),
        .init(
            "list with a closing item",
            "* LIST () \".\" a.b (\"CHILDINFO\" (\"SUBSCRIBED\"))\n",
            .untagged(.list(MailboxListing(attributes: [], delimiter: ".", wireName: Array("a.b".utf8))))
        ),
        .init("flags", "* FLAGS (\\Seen $Junk)\n", .untagged(.flags([.seen, Flag("$Junk")]))),
        .init(
            "numbers",
            "* 172 EXISTS\n* 1 RECENT\n* 44 EXPUNGE\n",
            .untagged(.exists(172)),
            .untagged(.other("RECENT")),
            .untagged(.expunge(44))
        ),
        .init(
            "search",
            "* SEARCH 2 84 882\n* SEARCH\n",
            .untagged(.search(SearchResponse(tag: nil, found: uids(2, 84, 882)))),
            .untagged(.search(SearchResponse(tag: nil, found: UIDSet())))
        ),
        .init(
            "search with modseq",
            "* SEARCH 2 5 (MODSEQ 917162500)\n",
            .untagged(.search(SearchResponse(tag: nil, found: uids(2, 5))))
        ),
        .init(
            "esearch",
            "* ESEARCH (TAG \"W5\") UID MIN 2 COUNT 4 ALL 2,84,882:883\n",
            .untagged(.search(SearchResponse(tag: "W5", found: uids(2, 84, 882, 883))))
        ),
        .init(
            "esearch with nothing",
            "* ESEARCH (TAG \"W5\") UID\n",
            .untagged(.search(SearchResponse(tag: "W5", found: UIDSet())))
        ),
        .init(
            "vanished",
            "* VANISHED (EARLIER) 41,43:44\n* VANISHED 9\n",
            .untagged(.vanished(uids(41, 43, 44), isEarlier: true)),
            .untagged(.vanished(uids(9), isEarlier: false))
        ),
        .init(
            "unknown",
            "* NAMESPACE ((\"\" \"/\")) NIL NIL\n* XTHING {3}\na\nb\n",
            .untagged(.other("NAMESPACE")),
            .untagged(.other("XTHING"))
        ),
    ]

    static let fetches: [WireFixture] = [
        .init(
            "message",
            "* 12 FETCH (UID 7 RFC822.SIZE 5 INTERNALDATE \"17-Jul-1996 02:44:25 -0700\" FLAGS (\\Seen) "
                + "BODY[] {5}\na\nbc)\nW4 OK done\n",
            fetch(12) {
                $0.uid = uid(7)
                $0.size = 5
                $0.internalDate = Date(timeIntervalSince1970: 837_596_665)
                $0.flags = [.seen]
                $0.sections = [body("a\nbc")]
            },
            .tagged("W4", status(.ok, nil, "done"))
        ),
        .init(
            "what looks like protocol in a body",
            "* 1 FETCH (BODY[] {23}\n)\nW1 OK\n* 9 EXPUNGE\n UID 3)\n",
            fetch(1) {
                $0.uid = uid(3)
                $0.sections = [body(")\nW1 OK\n* 9 EXPUNGE\n")]
            }
        ),
        .init(
            "literal8 and quoted",
            "* 1 FETCH (UID 3 BODY[HEADER] ~{2}\n\n BODY[TEXT] \"a\\\"b\")\n",
            fetch(1) {
                $0.uid = uid(3)
                $0.sections = [body("\n", .header), body("a\"b", .other("TEXT"))]
            }
        ),
        .init(
            "empty and NIL",
            "* 1 FETCH (BODY[] {0}\n UID 3)\n* 2 FETCH (UID 4 BODY[] NIL)\n",
            fetch(1) {
                $0.uid = uid(3)
                $0.sections = [body("")]
            },
            fetch(2) {
                $0.uid = uid(4)
                $0.sections = [FetchedSection(part: .whole, content: .none)]
            }
        ),
        .init(
            "header fields with strings inside the brackets",
            "* 1 FETCH (BODY[HEADER.FIELDS (\"Sub]ject\" {4}\nFrom)] {2}\n\n BODY[]<0> \"x\" UID 3)\n",
            fetch(1) {
                $0.uid = uid(3)
                $0.sections = [
                    body("\n", .other("HEADER.FIELDS (\"SUB]JECT\" {4})")), body("x", .other("")),
                ]
            }
        ),
        .init(
            "items of no interest",
            "* 1 FETCH (ENVELOPE (\"a)\" NIL ((NIL NIL \"b\" {2}\n\n)) NIL) BODY (\"TEXT\" \"PLAIN\") MODSEQ (624140003) UID 3)\n",
            fetch(1) {
                $0.uid = uid(3)
                $0.modSeq = 624_140_003
            }
        ),
    ]

    @Test("a response means the same however it is cut", arguments: statuses + data + fetches)
    func meaning(_ fixture: WireFixture) throws { try fixture.check() }

    @Test("all fixtures in one stream, in chunks of any size", arguments: [1, 2, 3, 7, 64, 1000, 65536])
    func stream(size: Int) throws {
        let all = Self.statuses + Self.data + Self.fetches
        let bytes = all.flatMap { wire($0.text) }
        let chunks = stride(from: 0, to: bytes.count, by: size).map { Array(bytes[$0..<min($0 + size, bytes.count)]) }
        #expect(try responses(chunks) == all.flatMap(\.expected))
    }
}
