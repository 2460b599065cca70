import Foundation
import TestSupport

/// An agent's program that speaks to the daemon by its JSON API.
struct DeskAPI: Sendable {
    struct Answer: Sendable {
        var status: Int
        var body: JSON
    }

    let port: Int
    let token: String

    func get(_ path: String) async throws -> JSON {
        let answer = try await call("GET", path)
        guard answer.status == 200 else { throw TestSupportError("GET \(path) was answered by \(answer)") }
        return answer.body
    }

    @discardableResult
    func call(_ method: String, _ path: String, _ body: JSON? = nil) async throws -> Answer {
        let text = try body.map { String(decoding: try JSONEncoder().encode($0), as: UTF8.self) }
        let head = ["\(method) /api/v1\(path) HTTP/1.1", "Host: 127.0.0.1", "Authorization: Bearer \(token)"]
        let answer = try await HTTPCall.send(head, body: text ?? "", port: port)
        return Answer(status: answer.status, body: answer.body.isEmpty ? .null : try JSON(answer.body))
    }

    /// The drafts that wait, longest first.
    func drafts() async throws -> [JSON] {
        try await get("/drafts?limit=500")["items"].items
    }

    /// Waits for the draft that answers a mail from `sender`.
    func draft(answering sender: String, within limit: Duration = eventuallyLimit) async throws -> JSON {
        try await eventually(within: limit, "a draft for \(sender)") {
            try await drafts().first { $0["recipients"]["to"].items.first?["address"].text == sender }
        }
    }

    /// Fills every open slot of a draft with something that its kind allows; gives the next version.
    func fill(_ draft: JSON) async throws -> JSON {
        var values: [String: JSON] = [:]
        for slot in draft["slots"].items {
            values[slot["name"].text ?? ""] = slot["choices"].items.first ?? .string(Self.example(slot["kind"].text))
        }
        guard !values.isEmpty else { return draft }
        let body = JSON.object(["version": draft["version"], "slots": .object(values)])
        let answer = try await call("PATCH", "/drafts/\(Self.id(draft))", body)
        guard answer.status == 200 else { throw TestSupportError("the draft was not filled: \(answer)") }
        return answer.body
    }

    private static func example(_ kind: String?) -> String {
        switch kind {
        case "date": "2026-11-26"
        case "money": "12.50 EUR"
        default: "is on its way"
        }
    }

    @discardableResult
    func approve(_ draft: JSON) async throws -> Answer {
        let body = ["version", "recipients", "threadHead"].map { ($0, draft[$0]) }
        return try await call(
            "POST",
            "/drafts/\(Self.id(draft))/approve",
            .object(Dictionary(body, uniquingKeysWith: { first, _ in first }))
        )
    }

    func outgoing(_ state: String) async throws -> [JSON] {
        try await get("/outgoing?state=\(state)&limit=500")["items"].items
    }

    func custody() async throws -> JSON {
        try await get("/custody")
    }

    static func id(_ value: JSON) -> Int {
        value["id"].integer ?? 0
    }
}
