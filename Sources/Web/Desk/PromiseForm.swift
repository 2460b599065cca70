import Model

/// What a reply promises, as the draft's form has it: a choice, and a row for each promise.
struct PromiseForm: Hashable, Sendable {
    /// nil where nobody has decided.
    var promise: DraftPromise?
    /// Days that are none, in one sentence each.
    var problems: [String] = []

    /// Days for slots that something is due by, by the slot's name: what was suggested goes where the reply says it.
    var filled: [String: String] = [:]

    /// The name of a row's field.
    static func field(_ part: String, _ row: Int) -> String {
        "promise_\(part)_\(row)"
    }

    /// A form without these fields changes nothing.
    init(_ form: Form, of stored: DraftBody) {
        guard let rows = Int(form["promise_rows"]) else {
            promise = stored.promise
            return
        }
        let earlier = stored.promise?.terms ?? []
        var terms: [PromiseTerms] = []
        for row in 0..<min(max(0, rows), Self.mostRows) {
            let before = row < earlier.count ? earlier[row] : nil
            guard let written = written(row, form, before, matter: stored.matters.first ?? "") else { continue }
            terms.append(written)
        }
        switch form["promise"] {
        case "none": promise = DraftPromise.none
        case _ where !terms.isEmpty: promise = .made(terms)
        default: promise = nil
        }
    }

    private static let mostRows = 20

    /// nil for a row that says nothing.
    private mutating func written(_ row: Int, _ form: Form, _ before: PromiseTerms?, matter: String) -> PromiseTerms? {
        let what = form.line(Self.field("what", row))
        guard !what.isEmpty else { return nil }
        var terms = before ?? PromiseTerms(what: what, due: .open, matter: matter)
        terms.what = what
        let owner = form.line(Self.field("owner", row))
        terms.owner = owner.isEmpty ? nil : owner
        let suggested = form.line(Self.field("day", row))
        if case .slot(let name) = terms.due, !name.isEmpty, !suggested.isEmpty {
            filled[name] = suggested
        } else {
            let day = suggested.isEmpty ? form.line(Self.field("by", row)) : suggested
            terms.due = due(day, instead: terms.due, what)
        }
        return terms
    }

    /// No day leaves what a template says, such as “within four hours”; a day that was taken out is open.
    private mutating func due(_ text: String, instead stored: PromiseTerms.Due, _ what: String) -> PromiseTerms.Due {
        if let day = CalendarDay(text) { return .day(day) }
        if !text.isEmpty { problems.append("\(what): “\(text)” is no day: write it as 2026-03-04.") }
        if case .day = stored { return .open }
        return stored
    }
}

extension PromiseTerms.Due {
    /// Still to be decided: no slot has an empty name, so that it is never filled in.
    static let open = PromiseTerms.Due.slot("")
}
