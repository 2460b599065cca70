import Foundation
import GRDB
import Model
import Storage

extension Database {
    func noteCopy(_ id: OutgoingMail.ID, _ copy: MailedCopy?) throws {
        let mail = try listedMail(id)
        guard mail.state == .handingOver, mail.mail.form == .chat else {
            throw StoreError.illegal("Mail \(id) is \(mail.state.rawValue): nothing is mailed beside it.")
        }
        // No row of history: the answer that ends the try says it.
        try run("UPDATE outgoing SET copy = ? WHERE id = ?", [copy?.rawValue, id.rawValue])
    }

    func openCopies(limit: Int) throws -> [OutgoingMail] {
        try rows(Self.openCopies, [max(limit, 0)]).map(OutgoingMail.init)
    }

    static let openCopies = """
        \(OutgoingMail.select) WHERE copy IN ('refused', 'unknown') AND +state = 'sent' ORDER BY id DESC LIMIT ?
        """

    func markCopySeen(_ id: OutgoingMail.ID, by: String, at: Date) throws -> Decision<OutgoingMail.ID> {
        let mail = try listedMail(id)
        guard mail.state == .sent, let copy = mail.copy, copy.isOpen else {
            return .refused([.notSendable("There is nothing open about the mail of this reply.")])
        }
        try run("UPDATE outgoing SET copy = ? WHERE id = ?", [MailedCopy.seen.rawValue, id.rawValue])
        try record(
            .resolved,
            message: mail.answers,
            conversation: mail.conversation,
            detail: "mail \(id): seen that it was shown, and its mail \(copy.rawValue)",
            by: by,
            at: at
        )
        return .done(id)
    }
}
