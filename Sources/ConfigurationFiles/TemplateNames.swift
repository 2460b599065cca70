import Model
import Replies

/// What templates may name that other files define; nil where those files are not read, or cannot be.
struct NamesForTemplates {
    var limits: Set<String>?
    var offers: Set<String>?
    /// The fields of each look-up.
    var lookups: [String: Set<String>]?
}

extension NamesForTemplates {
    init(_ limits: [Limit], _ goodwill: GoodwillPolicy, _ lookups: [Lookup]) {
        self.limits = Set(limits.map(\.id))
        offers = Set(goodwill.offers.map(\.id))
        self.lookups = Dictionary(
            lookups.map { ($0.name, Set($0.facts.map(\.name))) },
            uniquingKeysWith: { $0.union($1) }
        )
    }
}

/// Whether what a template names is defined somewhere.
struct TemplateNames {
    let path: String
    let template: Template
    let known: NamesForTemplates

    var problems: [Problem] {
        unknown(template.limits, known.limits, "limit", "config/limits.yaml")
            + unknown(template.goodwill, known.offers, "offer", "config/goodwill.yaml") + unknownLookups
    }

    private func unknown(_ names: [NamedLine], _ known: Set<String>?, _ noun: String, _ file: String) -> [Problem] {
        guard let known, !known.isEmpty else { return [] }
        return names.filter { !known.contains($0.name) }.map { name in
            let hint = NearestName.suggestion(for: name.name, among: known).map { "; did you mean “\($0)”?" } ?? ""
            return warning(name.line, "there is no \(noun) “\(name.name)” in \(file)\(hint)")
        }
    }

    private var unknownLookups: [Problem] {
        guard let lookups = known.lookups, !lookups.isEmpty else { return [] }
        return template.lookups.sorted { $0.name < $1.name }.compactMap { placeholder in
            guard let name = placeholder.lookup, let field = placeholder.lookupField else { return nil }
            guard let fields = lookups[name] else { return nil }
            guard !fields.contains(field) else { return nil }
            let hint = NearestName.hint(for: field, among: fields.sorted())
            return warning(1, "the look-up “\(name)” of config/lookups.yaml has no field “\(field)”; \(hint)")
        }
    }

    private func warning(_ line: Int, _ message: String) -> Problem {
        Problem(.warning, file: path, line: line, message: message)
    }
}
