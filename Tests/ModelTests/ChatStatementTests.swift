import Foundation
import Model
import Testing

@Suite("What a chat message says, beside a repeat of it")
struct ChatStatementTests {
    private static func statement(_ text: String, files: [String] = []) -> ChatStatement {
        ChatStatement(
            ChatMessage(
                id: "1",
                place: ChatPlace(chat: "C"),
                person: ChatPerson(id: "U"),
                text: text,
                attachments: files.map { ChatAttachment(name: $0, type: "image/png", url: "https://a.test/\($0)") }
            )
        )
    }

    @Test(
        "goes beyond the earlier one where it has other words, or a file that was not there",
        arguments: [
            ("Please do not cancel it", ["a.png"], true), ("Please cancel it", ["a.png", "b.png"], true),
            ("Please cancel it", ["c.png"], true), ("please cancel it", ["a.png"], true),
            ("Please cancel it", ["a.png"], false), ("Please cancel it", [], false), ("", ["a.png"], false),
            (" Please\ncancel  it ", ["a.png"], false), ("Please cancel it https://a.test/?sig=9", ["a.png"], false),
            (#"{"views":9}"#, ["a.png"], false),
        ]
    )
    func goesBeyond(text: String, files: [String], expected: Bool) {
        let earlier = Self.statement("Please cancel it", files: ["a.png"])
        #expect(Self.statement(text, files: files).goesBeyond(earlier) == expected)
    }

    @Test("has a text of its own for other words and files, and the same for the same")
    func text() {
        let said: [(String, [String])] = [("a b", []), ("a", ["b"]), ("a", []), ("", ["a"]), ("ab", [])]
        let statements = said.map { Self.statement($0.0, files: $0.1) }
        #expect(Set(statements.map(\.text)).count == statements.count)
        #expect(Self.statement("a  b", files: ["y", "x"]).text == Self.statement("a b", files: ["x", "y"]).text)
    }
}
