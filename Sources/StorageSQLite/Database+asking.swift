import Foundation
import GRDB
import Model

extension Database {
    func askSenior(_ id: Draft.ID, version: Int, question: String, by: String, at: Date) throws -> Decision<Draft> {
        let draft = try draft(id)
        if let refusal = refusal(of: version, draft) { return try refuse([refusal], draft, by: by, at: at) }
        let current = try draft.orDamaged("draft \(id)")
        try run("UPDATE draft SET asked_by = ? WHERE id = ?", [by.column, id.rawValue])
        try record(.asked, current, detail: question, by: by, at: at)
        return try .done(self.draft(id).orDamaged("draft \(id)"))
    }

    /// An edit by anybody but the one who asked is an answer.
    func answerQuestion(about draft: Draft.ID, by: String) throws {
        try run("UPDATE draft SET asked_by = NULL WHERE id = ? AND asked_by <> ?", [draft.rawValue, by.column])
    }
}
