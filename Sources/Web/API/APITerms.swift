import Foundation
import Model

/// What a draft promises in the API: `"none"`, or a list.
enum APIPromises: Hashable, Sendable {
    case none
    case made([APITerms])

    init(_ promise: DraftPromise) {
        switch promise {
        case .none: self = .none
        case .made(let terms): self = .made(terms.map(APITerms.init))
        }
    }

    /// - Parameter stored: what the draft promised before; what is not said of a promise stays as it was there.
    func model(of stored: DraftBody) throws -> DraftPromise {
        guard case .made(let terms) = self else { return .none }
        guard !terms.isEmpty else {
            throw Problem.unusable("`promise` is empty: `\"none\"` says that nothing is promised.")
        }
        let earlier = stored.promise?.terms ?? []
        return .made(
            try terms.enumerated().map { index, terms in
                let before = index < earlier.count ? earlier[index] : nil
                return try terms.model(of: before, matter: stored.matters.first ?? "")
            }
        )
    }
}

extension APIPromises: Codable {
    init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        if let word = try? container.decode(String.self) {
            guard word == "none" else {
                throw DecodingError.dataCorruptedError(in: container, debugDescription: "neither none nor a list")
            }
            self = .none
        } else {
            self = .made(try container.decode([APITerms].self))
        }
    }

    func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        switch self {
        case .none: try container.encode("none")
        case .made(let terms): try container.encode(terms)
        }
    }
}

/// One promise of a draft in the API.
struct APITerms: Codable, Hashable, Sendable {
    var what: String
    /// A day such as `2026-03-04`, a moment in ISO 8601, `[[slot]]` for the day that is filled in there, or
    /// `2 working days` or `28800 s of business hours`, which only templates say.
    var by: String?
    /// A user's name; left out for whoever releases the reply.
    var owner: String?
    var matter: String?
}

extension APITerms {
    init(_ terms: PromiseTerms) {
        what = terms.what
        owner = terms.owner
        matter = terms.matter.isEmpty ? nil : terms.matter
        by = terms.due == .open ? nil : terms.due.notation
    }

    fileprivate func model(of before: PromiseTerms?, matter: String) throws -> PromiseTerms {
        guard !what.isEmpty else { throw Problem.unusable("`promise.what` is empty.") }
        var terms = before ?? PromiseTerms(what: what, due: .open, matter: matter)
        terms.what = what
        terms.owner = owner
        terms.matter = self.matter ?? terms.matter
        if let by, by != before.flatMap({ APITerms($0).by }) { terms.due = try Self.due(by) }
        return terms
    }

    private static func due(_ text: String) throws -> PromiseTerms.Due {
        if let day = CalendarDay(text) { return .day(day) }
        if let date = try? Date(text, strategy: .iso8601) { return .moment(date) }
        if text.hasPrefix("[["), text.hasSuffix("]]") { return .slot(String(text.dropFirst(2).dropLast(2))) }
        throw Problem.unusable("`promise.by` is a day such as `2026-03-04`, a time in ISO 8601, or `[[slot]]`.")
    }
}
