import Foundation
import TestSupport

/// A visitor of a site, as the page in the widget's frame speaks for them.
struct WidgetVisitor: Sendable {
    /// What a look at the chat was answered.
    struct Look: Sendable {
        var status: Int
        var chat: JSON

        var mark: String { chat["mark"].text ?? "" }
        var entries: [JSON] { chat["entries"].items }
    }

    let port: Int
    let inbox: String
    /// The token that their browser keeps; empty before they begin.
    let session: String

    init(port: Int, inbox: String = "support", session: String = "") {
        self.port = port
        self.inbox = inbox
        self.session = session
    }

    /// How the desk knows them: the number before the proof of their token.
    var address: String { "chat:\(inbox)/\(session.prefix { $0 != "." })" }

    func get(_ path: String) async throws -> HTTPCall.Answer {
        try await HTTPCall.send(head("GET", path), port: port)
    }

    func post(_ path: String, _ json: JSON = .object([:])) async throws -> HTTPCall.Answer {
        let own = ["Origin: http://127.0.0.1:\(port)", "Sec-Fetch-Site: same-origin", "Content-Type: application/json"]
        let body = String(decoding: try JSONEncoder().encode(json), as: UTF8.self)
        return try await HTTPCall.send(head("POST", path) + own, body: body, port: port)
    }

    /// The same browser, once it has begun a chat.
    func begun() async throws -> WidgetVisitor {
        let answer = try await post("/widget/\(inbox)/sessions")
        guard answer.status == 201, let session = try JSON(answer.body)["session"].text else {
            throw TestSupportError("no session: \(answer)")
        }
        return WidgetVisitor(port: port, inbox: inbox, session: session)
    }

    /// Gives the status of the answer.
    func write(_ text: String, id: String) async throws -> Int {
        let message = JSON.object(["id": .string(id), "text": .string(text)])
        return try await post("/widget/\(inbox)/messages", message).status
    }

    /// Looks at the chat: at all of it, or held until it is another than that with the mark.
    func look(after mark: String = "") async throws -> Look {
        let answer = try await get("/widget/\(inbox)/messages" + (mark.isEmpty ? "" : "?after=\(mark)"))
        return Look(status: answer.status, chat: answer.body.isEmpty ? .null : try JSON(answer.body))
    }

    private func head(_ method: String, _ path: String) -> [String] {
        let token = session.isEmpty ? [] : ["Authorization: Bearer \(session)"]
        return ["\(method) \(path) HTTP/1.1", "Host: 127.0.0.1:\(port)"] + token
    }
}
