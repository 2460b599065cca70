import Model

/// The draft's form as it came back: what the person saw, and what they made of it.
struct DraftForm: Hashable, Sendable {
    var version: Int
    var head: ThreadHead
    /// The place in the queue that the person came from.
    var at: Int
    var body: DraftBody
    /// What stands in the way before anything is saved.
    var objections: [Refusal]

    /// nil where the hidden fields are not what the page had put there.
    init?(_ form: Form, draft: Draft) {
        guard let version = Int(form["version"]), let head = ThreadHead(form["head"]) else { return nil }
        self.version = version
        self.head = head
        at = max(0, Int(form["at"]) ?? 0)
        body = Self.body(form, of: draft.body)
        let problems = PromiseForm(form, of: draft.body).problems
        objections = Self.objections(to: body, of: draft.body) + problems.map { .notSendable($0) }
    }

    /// The body with everything that the form has fields for.
    static func body(_ form: Form, of stored: DraftBody) -> DraftBody {
        var body = stored
        body.text = form["text"]
        if !stored.recipients.isChat {
            body.subject = form.line("subject")
            body.recipients = recipients(form)
        }
        let promised = PromiseForm(form, of: stored)
        body.promise = promised.promise
        for index in body.slots.indices where form.values["slot_\(body.slots[index].name)"] != nil {
            let value = form.line("slot_\(body.slots[index].name)")
            body.slots[index].value = value.isEmpty ? nil : value
        }
        for index in body.slots.indices {
            body.slots[index].value = promised.filled[body.slots[index].name] ?? body.slots[index].value
        }
        body.limits.removeAll { form["drop_limit_\($0)"] == "yes" }
        return body
    }

    static func recipients(_ form: Form) -> Recipients {
        Recipients(to: Mailboxes.parse(form.line("to")), cc: Mailboxes.parse(form.line("cc")))
    }

    /// What stands in the way of any draft: an address that is none, or a chat that would be answered elsewhere.
    ///
    /// - Parameter stored: what is changed; nil for a draft that is begun.
    static func objections(to body: DraftBody, of stored: DraftBody? = nil) -> [Refusal] {
        if let stored, stored.recipients.isChat {
            guard body.recipients != stored.recipients else { return [] }
            return [.notSendable("A reply in a chat goes to whoever wrote there: its recipients cannot be changed.")]
        }
        guard let address = Mailboxes.firstUnusable(body.recipients.all) else { return [] }
        return [.notSendable("“\(address.address)” is not an address that mail can be sent to.")]
    }
}
