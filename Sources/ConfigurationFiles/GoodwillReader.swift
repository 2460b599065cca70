import Model
import Replies
import Yams

/// Reads `config/goodwill.yaml`: what may be given without asking.
struct GoodwillReader {
    /// Those that drafts are written in.
    let languages: Set<String>
    let log: ProblemLog

    struct Result {
        var policy = GoodwillPolicy()
        /// The causes of its rules, with their lines.
        var causes: [(name: String, line: Int)] = []
    }

    func result(from text: String) -> Result {
        guard let root = YAMLText.root(of: text, log: log),
            let section = Section(root, name: "the file", keys: ["currency", "offers", "budgets"], log: log),
            section["offers"] != nil || section["budgets"] != nil, let currency = currency(section)
        else { return Result() }
        var result = Result()
        result.policy.offers = list("offers", section).compactMap { offer($0, currency) }
        for node in list("budgets", section) {
            guard let rule = rule(node, currency, causes: &result.causes) else { continue }
            if result.policy.rules.contains(where: { $0.subject == rule.subject }) {
                log.error(at: node, "this budget is given twice: join the two")
            }
            result.policy.rules.append(rule)
        }
        unique(result.policy.offers, section)
        return result
    }

    private func currency(_ section: Section) -> String? {
        let form = TextForm<String>(description: "a currency such as EUR") { text in
            text.utf8.count == 3 && text.utf8.allSatisfy { (0x41...0x5A).contains($0) } ? text : nil
        }
        return section.required("currency", "what all amounts are in, such as EUR").flatMap { _ in
            section.value("currency", form)
        }
    }

    private func list(_ key: String, _ section: Section) -> [Node] {
        guard let node = section[key] else { return [] }
        guard case .sequence(let sequence) = node else {
            log.error(at: node, "\(key) should be a list")
            return []
        }
        return Array(sequence)
    }

    private func offer(_ node: Node, _ currency: String) -> GoodwillOffer? {
        guard let section = Section(node, name: "an offer", keys: ["id", "title", "value"], log: log),
            let id = ConfiguredName.read("an offer", in: section),
            let title = section.translations("title", "what the customer reads; completes “you get …”"),
            let value = section.required("value", "what it costs you, such as 4.90"),
            let money = amount(value, "value", currency)
        else { return nil }
        let missing = languages.subtracting(title.keys).sorted()
        if !missing.isEmpty {
            let names = missing.joined(separator: ", ")
            log.warning(
                at: node,
                "the offer “\(id)” lacks titles in \(names): drafts in it name it in another language"
            )
        }
        return GoodwillOffer(id: id, title: title, value: money)
    }

    private func unique(_ offers: [GoodwillOffer], _ section: Section) {
        var known: Set<String> = []
        for offer in offers where !known.insert(offer.id).inserted {
            log.error(at: section["offers"], "the offer “\(offer.id)” is given twice: join the two")
        }
    }

    private func rule(_ node: Node, _ currency: String, causes: inout [(name: String, line: Int)]) -> GoodwillRule? {
        let keys = ["role", "user", "each", "month", "per_customer", "causes"]
        guard let section = Section(node, name: "a budget", keys: keys, log: log), let subject = subject(section) else {
            return nil
        }
        var rule = GoodwillRule(subject: subject, currency: currency)
        rule.each = bound("each", section, currency)
        rule.month = bound("month", section, currency)
        rule.customerMonth = bound("per_customer", section, currency)
        let bounds = section["causes"].flatMap { Section.entries(of: $0, name: "causes", log: log) } ?? []
        for (cause, value) in bounds {
            rule.causeMonth[cause.text ?? ""] = amount(value, "causes", currency)?.minorUnits
            causes.append((cause.text ?? "", cause.mark?.line ?? 1))
        }
        if rule == GoodwillRule(subject: subject, currency: currency), !log.hasErrors {
            log.warning(at: node, "this budget has no bound: give at least one of each, month, per_customer, causes")
        }
        return rule
    }

    private func subject(_ section: Section) -> GoodwillRule.Subject? {
        switch (section["role"], section.string("user")) {
        case (_?, nil):
            let names = User.Role.allCases.map(\.rawValue).joined(separator: ", ")
            let role = TextForm(description: "one of \(names)") { User.Role(rawValue: $0) }
            return section.value("role", role).map { .role($0) }
        case (nil, let user?): return .user(user)
        default:
            log.error(at: section.place, "a budget needs one of “role” and “user”: whose it is")
            return nil
        }
    }

    private func bound(_ key: String, _ section: Section, _ currency: String) -> Int? {
        section[key].flatMap { amount($0, key, currency)?.minorUnits }
    }

    private func amount(_ node: Node, _ key: String, _ currency: String) -> Money? {
        guard let text = node.text, let money = Money(decimal: text, currency: currency) else {
            log.error(
                at: node,
                "“\(key)” should be an amount such as 15 or 4.90; found “\(node.text ?? "a list or mapping")”"
            )
            return nil
        }
        return money
    }
}
