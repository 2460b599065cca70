import Model
import Replies
import Yams

/// Reads `config/limits.yaml`: what cannot be done at present.
struct LimitsReader {
    /// nil where it does not matter that a limit has run out.
    let today: CalendarDay?
    /// Those that drafts are written in.
    let languages: Set<String>
    let log: ProblemLog

    private static let keys = [
        "id", "what", "reason", "until", "alternatives", "owner", "intents", "keywords", "ended",
    ]

    /// A limit with the place of each intent that it names.
    struct Entry {
        var limit: Limit
        var intents: [(name: String, line: Int)]
    }

    func entries(from text: String) -> [Entry] {
        guard let root = YAMLText.root(of: text, log: log),
            let section = Section(root, name: "the file", keys: ["limits"], log: log), let node = section["limits"]
        else { return [] }
        guard case .sequence(let sequence) = node else {
            log.error(at: node, "limits should be a list: begin each with “- id: …”")
            return []
        }
        var known: Set<String> = []
        return sequence.compactMap { item in
            guard let entry = entry(item) else { return nil }
            guard known.insert(entry.limit.id).inserted else {
                log.error(at: item, "the limit “\(entry.limit.id)” is given twice: join the two")
                return nil
            }
            return entry
        }
    }

    private func entry(_ node: Node) -> Entry? {
        guard let section = Section(node, name: "a limit", keys: Self.keys, log: log),
            let id = ConfiguredName.read("a limit", in: section)
        else { return nil }
        let what = section.translations("what", "what we cannot do; completes “At present we cannot …”")
        let reason = section.translations("reason", "why; completes “because …”")
        let until = day(section, "until", "the last day on which it may be told; then its owner decides anew")
        let owner = section.required("owner", "who sees to it that it ends").flatMap { section.text(of: $0, "owner") }
        let alternatives = alternatives(section)
        guard let what, let reason, let until, let owner, let alternatives else { return nil }
        let intents = section.strings("intents") ?? []
        let limit = Limit(
            id: id,
            what: what,
            reason: reason,
            alternatives: alternatives,
            until: until,
            owner: owner,
            intents: intents.map(\.text),
            keywords: keywords(section),
            endedOn: section.value("ended", .calendarDay)
        )
        warn(of: limit, section)
        return Entry(limit: limit, intents: intents.map { ($0.text, $0.node.mark?.line ?? 1) })
    }

    private func day(_ section: Section, _ key: String, _ advice: String) -> CalendarDay? {
        section.required(key, advice).flatMap { _ in section.value(key, .calendarDay) }
    }

    private func alternatives(_ section: Section) -> [[String: String]]? {
        let advice = "at least one sentence that says what is possible instead; a limit without one is a refusal"
        guard let node = section.required("alternatives", advice) else { return nil }
        guard case .sequence(let sequence) = node, !sequence.isEmpty else {
            log.error(at: node, "“alternatives” should be a list of texts by language, with \(advice)")
            return nil
        }
        let texts = sequence.compactMap { section.translations(of: $0, "alternatives") }
        return texts.isEmpty ? nil : texts
    }

    private func keywords(_ section: Section) -> [String: [String]] {
        guard let node = section["keywords"],
            let entries = Section.entries(of: node, name: "keywords", log: log)
        else { return [:] }
        var keywords: [String: [String]] = [:]
        for (language, words) in entries {
            guard let code = language.text.flatMap(TextForm.language.read), case .sequence(let list) = words else {
                log.error(at: language, "“keywords” should be lists by language, such as {en: [on sunday]}")
                continue
            }
            keywords[code] = list.compactMap { section.text(of: $0, "keywords") }.filter { !$0.isEmpty }
        }
        return keywords
    }

    private func warn(of limit: Limit, _ section: Section) {
        if let today, limit.isExpired(on: today) {
            let advice =
                "\(limit.owner) has to say whether it ended (“ended: …”) or how long it lasts; no draft names it"
            log.warning(at: section["until"], "the limit “\(limit.id)” ran out on \(limit.until.text): \(advice)")
        }
        let missing = languages.subtracting(limit.languages).sorted()
        if !missing.isEmpty {
            let advice = "drafts in it name the limit in another language"
            log.warning(
                at: section.place,
                "the limit “\(limit.id)” lacks texts in \(missing.joined(separator: ", ")): \(advice)"
            )
        }
    }
}
