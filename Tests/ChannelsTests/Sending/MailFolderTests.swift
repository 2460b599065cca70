import Channels
import Foundation
import Model
import TestSupport
import Testing

@Suite("A folder in place of a relay")
struct MailFolderTests {
    private func kept(_ form: MessageForm, _ raw: String) async throws -> (name: String, text: String) {
        let directory = try TemporaryDirectory()
        let mail = ComposedMail(
            form: form,
            messageID: "a/1@shop.example",
            reversePath: "",
            forwardPaths: [],
            raw: Array(raw.utf8)
        )
        let outcome = await MailFolder(path: directory.path("sent")).deliver(mail, willHandOver: {})
        let names = try FileManager.default.contentsOfDirectory(atPath: directory.path("sent"))
        let name = try #require(names.first)
        #expect(names.count == 1)
        #expect(outcome == .accepted(answer: "kept in \(directory.path("sent"))/\(name)"))
        return (name, try String(contentsOfFile: directory.path("sent/\(name)"), encoding: .utf8))
    }

    @Test("keeps a mail as it is, named as mail")
    func mail() async throws {
        let kept = try await kept(.mail, "Subject: a\r\n\r\nb")
        #expect(kept.name == "a1@shop.example.eml")
        #expect(kept.text == "Subject: a\r\n\r\nb")
    }

    @Test("keeps the reply in a chat as JSON that can be read, named as JSON")
    func chat() async throws {
        let kept = try await kept(.chat, #"{"parts":["See https://a.example/b"],"place":{"chat":"1"}}"#)
        #expect(kept.name == "a1@shop.example.json")
        #expect(kept.text.contains("\n    \"See https://a.example/b\"\n"))
    }
}
