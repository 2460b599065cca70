import Model
import Yams

/// Reads `fields`: which members of a JSON document say what. A member of a member is written with a dot: `from.id`.
struct FieldMapReader {
    let log: ProblemLog

    private static let keys = [
        "messages", "id", "text", "person", "name", "chat", "thread", "sent_at", "verified_address", "attachments",
    ]

    func fields(_ node: Node) -> FieldMap {
        var map = FieldMap()
        guard let section = Section(node, name: "fields", keys: Self.keys, log: log) else { return map }
        section.value("messages", .memberPath).map { map.messages = $0 }
        section.value("id", .memberPath).map { map.id = $0 }
        section.value("text", .memberPath).map { map.text = $0 }
        section.value("person", .memberPath).map { map.person = $0 }
        section.value("name", .memberPath).map { map.name = $0 }
        map.chat = section.value("chat", .memberPath)
        map.thread = section.value("thread", .memberPath)
        map.sentAt = section.value("sent_at", .memberPath)
        map.verifiedAddress = section.value("verified_address", .memberPath)
        map.attachments = section.value("attachments", .memberPath)
        return map
    }
}

extension TextForm where Value == [String] {
    static let memberPath = TextForm(description: "a member's name such as id, or from.id for a member of a member") {
        text in
        let steps = text.split(separator: ".", omittingEmptySubsequences: false).map(String.init)
        return steps.contains("") ? nil : steps
    }
}
