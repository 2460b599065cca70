import Foundation
import Model
import Testing

@testable import IMAP

/// A command and the bytes it becomes; `|` stands for waiting for the server's `+`.
struct CommandFixture: Sendable, CustomTestStringConvertible {
    let command: Command
    let options: EncodingOptions
    let expected: String

    init(_ command: Command, _ offers: [Capability], isUTF8: Bool = false, _ expected: String) {
        self.command = command
        options = EncodingOptions(
            capabilities: Capabilities(offers),
            isUTF8: isUTF8,
            acceptsUTF8Messages: offers.contains(.utf8Accept)
        )
        self.expected = expected
    }

    init(_ command: Command, isUTF8: Bool = false, _ expected: String) {
        self.init(command, [], isUTF8: isUTF8, expected)
    }

    var testDescription: String { expected }
}

@Suite("Commands as bytes")
struct CommandEncodingTests {
    private static let id = CommandID(number: 7)
    private static let day = CalendarDay(year: 2024, month: 2, day: 1)
    private static let sent = AppendMessage(
        Array("a: b\r\n\r\n".utf8),
        to: MailboxName("Sent"),
        flags: [.seen, Flag("$MDNSent")],
        date: Date(timeIntervalSince1970: 0)
    )

    static let simple: [CommandFixture] = [
        .init(.capability, "W7 CAPABILITY\r\n"), .init(.noop, "W7 NOOP\r\n"), .init(.logout, "W7 LOGOUT\r\n"),
        .init(.enable([.imap4rev2, .utf8Accept]), "W7 ENABLE IMAP4REV2 UTF8=ACCEPT\r\n"),
        .init(.list, "W7 LIST \"\" \"*\"\r\n"), .init(.list, [.specialUse], "W7 LIST \"\" \"*\"\r\n"),
        .init(.list, [.specialUse, .listExtended], "W7 LIST \"\" \"*\" RETURN (SPECIAL-USE)\r\n"),
        .init(.list, [.imap4rev2], "W7 LIST \"\" \"*\" RETURN (SPECIAL-USE)\r\n"),
        .init(.select(.inbox), "W7 SELECT \"INBOX\"\r\n"),
        .init(.examine(MailboxName("a b")), "W7 EXAMINE \"a b\"\r\n"),
        .init(.create(MailboxName("A&B \"x\\")), "W7 CREATE \"A&-B \\\"x\\\\\"\r\n"),
        .init(.select(MailboxName("Entwürfe")), "W7 SELECT \"Entw&APw-rfe\"\r\n"),
        .init(.select(MailboxName("Entwürfe")), isUTF8: true, "W7 SELECT \"Entwürfe\"\r\n"),
        .init(.select(MailboxName("")), "W7 SELECT \"\"\r\n"),
        .init(.fetch(uids(1, 2, 9), [.uid, .size]), "W7 UID FETCH 1:2,9 (UID RFC822.SIZE)\r\n"),
        .init(
            .fetch(UIDSet(from: uid(5)), [.size, .internalDate, .flags, .message]),
            "W7 UID FETCH 5:* (UID RFC822.SIZE INTERNALDATE FLAGS BODY.PEEK[])\r\n"
        ),
        .init(.fetch(uids(5), [.header]), "W7 UID FETCH 5 (UID BODY.PEEK[HEADER])\r\n"),
        .init(.store(uids(5), .add([.flagged, Flag("$Done")])), "W7 UID STORE 5 +FLAGS.SILENT (\\Flagged $Done)\r\n"),
        .init(.store(uids(5), .remove([.seen])), "W7 UID STORE 5 -FLAGS.SILENT (\\Seen)\r\n"),
        .init(.copy(uids(5), to: MailboxName("Done")), "W7 UID COPY 5 \"Done\"\r\n"),
        .init(.move(uids(5, 6), to: MailboxName("Done")), "W7 UID MOVE 5:6 \"Done\"\r\n"),
        .init(.expunge(uids(5)), "W7 UID EXPUNGE 5\r\n"),
    ]

    static let searches: [CommandFixture] = [
        .init(.search([]), "W7 UID SEARCH ALL\r\n"),
        .init(.search([.all]), [.extendedSearch], "W7 UID SEARCH RETURN (ALL) ALL\r\n"),
        .init(
            .search([.uid(UIDSet(uid(3)...uid(9)))] + (day.map { [.since($0)] } ?? [])),
            "W7 UID SEARCH UID 3:9 SINCE 1-Feb-2024\r\n"
        ),
        .init(
            .search([.header(field: "Message-ID", contains: "<a\"b@c>")]),
            "W7 UID SEARCH HEADER \"Message-ID\" \"<a\\\"b@c>\"\r\n"
        ),
        .init(
            .search([.header(field: "Subject", contains: "é")]),
            "W7 UID SEARCH CHARSET UTF-8 HEADER \"Subject\" {2}\r\n|é\r\n"
        ),
        .init(
            .search([.header(field: "Subject", contains: "é")]),
            isUTF8: true,
            "W7 UID SEARCH HEADER \"Subject\" \"é\"\r\n"
        ),
    ]

    static let literals: [CommandFixture] = [
        .init(
            .append(sent),
            "W7 APPEND \"Sent\" (\\Seen $MDNSent) \" 1-Jan-1970 00:00:00 +0000\" {8}\r\n|a: b\r\n\r\n\r\n"
        ),
        .init(
            .append(AppendMessage(Array("ab".utf8), to: .inbox)),
            [.literalPlus],
            "W7 APPEND \"INBOX\" {2+}\r\nab\r\n"
        ),
        .init(
            .append(AppendMessage(Array("ab".utf8), to: .inbox)),
            [.literalMinus],
            "W7 APPEND \"INBOX\" {2+}\r\nab\r\n"
        ),
        .init(
            .append(AppendMessage([UInt8](repeating: 65, count: 4097), to: .inbox)),
            [.literalMinus],
            "W7 APPEND \"INBOX\" {4097}\r\n|" + String(repeating: "A", count: 4097) + "\r\n"
        ),
        .init(
            .append(AppendMessage(Array("s: é\r\n\r\n".utf8), to: .inbox)),
            [.utf8Accept, .literalPlus],
            isUTF8: true,
            "W7 APPEND \"INBOX\" UTF8 (~{9+}\r\ns: é\r\n\r\n)\r\n"
        ),
        .init(
            .append(AppendMessage(Array("s: e\r\n\r\né".utf8), to: .inbox)),
            [.utf8Accept, .literalPlus],
            isUTF8: true,
            "W7 APPEND \"INBOX\" {10+}\r\ns: e\r\n\r\né\r\n"
        ),
        .init(
            .append(AppendMessage([65, 0], to: .inbox)),
            [.binary, .literalPlus],
            "W7 APPEND \"INBOX\" ~{2+}\r\nA\0\r\n"
        ),
        .init(.select(MailboxName("a\r\nW8 LOGOUT")), isUTF8: true, "W7 SELECT {12}\r\n|a\r\nW8 LOGOUT\r\n"),
    ]

    @Test("a command is written as the grammar has it", arguments: simple + searches + literals)
    func encoding(_ fixture: CommandFixture) throws {
        let parts = try fixture.command.encoded(as: Self.id, options: fixture.options)
        #expect(parts.map { String(decoding: $0, as: UTF8.self) }.joined(separator: "|") == fixture.expected)
    }

    private static let hostile = [
        "a\r\nW9 LOGOUT\r\n", "\r", "\n", "\" NIL\r\n", "{5}\r\n", "a\u{0}b", "\\", "é\r\n", "&\r\n",
    ]

    @Test("no text from outside can end a line or a string", arguments: hostile, [true, false])
    func injection(text: String, isUTF8: Bool) {
        let options = EncodingOptions(isUTF8: isUTF8)
        let commands: [Command] = [
            .select(MailboxName(text)), .copy(uids(1), to: MailboxName(text)),
            .search([.header(field: text, contains: text)]), .store(uids(1), .add([Flag(text)])),
            .enable([Capability(text)]),
            .append(AppendMessage([65], to: MailboxName(text), flags: [Flag("\\" + text)])),
        ]
        for command in commands {
            guard let parts = try? command.encoded(as: Self.id, options: options) else { continue }
            #expect(Self.linesAreWhole(parts), "\(command.name)")
        }
    }

    /// Every CRLF but the last follows a literal's announcement of the right length or is inside a literal, and no NUL is
    /// there.
    private static func linesAreWhole(_ parts: [[UInt8]]) -> Bool {
        var rest = parts.flatMap { $0 }[...]
        guard !rest.contains(0) else { return false }
        while let end = rest.firstIndex(of: UInt8(ascii: "\n")) {
            guard end > rest.startIndex, rest[end - 1] == UInt8(ascii: "\r") else { return false }
            let line = rest[..<(end - 1)]
            guard !line.contains(UInt8(ascii: "\r")) else { return false }
            rest = rest[(end + 1)...]
            guard !rest.isEmpty else { return true }
            guard let size = LiteralAnnouncement.size(atEndOf: line), size < rest.count else { return false }
            rest = rest.dropFirst(size)
        }
        return false
    }

    @Test(
        "what cannot be written is refused",
        arguments: [
            .expunge(UIDSet()), .fetch(UIDSet(), [.size]), .store(uids(1), .add([Flag("a b")])),
            .store(uids(1), .add([Flag("")])), .store(uids(1), .add([Flag("\\")])), .store(uids(1), .add([Flag("é")])),
            .enable([Capability("A)")]), .append(AppendMessage([0], to: .inbox)),
            .search([.header(field: "X", contains: "\u{0}")]),
        ] as [Command]
    )
    func refusal(command: Command) {
        #expect {
            try command.encoded(as: Self.id, options: EncodingOptions(capabilities: Capabilities([.literalPlus])))
        } throws: { error in
            guard case IMAPError.unencodable = error else { return false }
            return true
        }
    }

    @Test("moving is one command, or copying and marking and, if that can be done for these alone, removing")
    func moving() {
        let done = MailboxName("Done")
        let copied: [Command] = [.copy(uids(4), to: done), .store(uids(4), .add([.deleted]))]
        #expect(Command.moving(uids(4), to: done, with: Capabilities([.move])) == [.move(uids(4), to: done)])
        #expect(Command.moving(uids(4), to: done, with: Capabilities([.uidPlus])) == copied + [.expunge(uids(4))])
        #expect(Command.moving(uids(4), to: done, with: Capabilities()) == copied)
    }
}
