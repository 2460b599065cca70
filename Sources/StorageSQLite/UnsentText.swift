import Foundation
import GRDB
import Model

/// What of a reply that came back did not reach the customer.
enum UnsentText: Hashable {
    case everything
    /// Of a reply in a chat the parts behind those that arrived; nil where the bytes do not say what they are.
    case rest(String?)
    case nothing
}

extension UnsentText {
    /// What a person has to decide about again.
    func body(of draft: DraftBody) -> DraftBody {
        guard case .rest(let rest?) = self else { return draft }
        var body = draft
        body.text = rest
        // The slots are filled, and all that the reply committed us to was entered with its first part.
        body.slots = []
        body.moves = []
        body.limits = []
        body.recovery = []
        body.promise = DraftPromise.none
        body.template = ""
        return body
    }

    /// The beginning of a sentence.
    func sentence(of draft: Draft.ID) -> String {
        if case .rest = self {
            "The rest of draft \(draft) did not reach the customer"
        } else {
            "Draft \(draft) did not reach the customer"
        }
    }
}

extension Database {
    func unsent(of mail: OutgoingMail.ID) throws -> UnsentText {
        let partly = try row(
            """
            SELECT parts_sent, bytes FROM outgoing JOIN raw_outgoing ON raw_outgoing.outgoing = outgoing.id
            WHERE id = ? AND form = 'chat' AND parts_sent > 0
            """,
            [mail.rawValue]
        )
        guard let partly else { return .everything }
        let reply = try? JSONDecoder().decode(Parts.self, from: Data(partly.bytes("bytes")))
        guard let reply else { return .rest(nil) }
        let rest = try reply.parts.dropFirst(partly.int("parts_sent"))
        return rest.isEmpty ? .nothing : .rest(rest.joined(separator: "\n\n"))
    }
}

/// All that the store looks at in the bytes of a `ChatReply`.
private struct Parts: Decodable {
    var parts: [String]
}
