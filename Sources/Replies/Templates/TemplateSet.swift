package import Model

/// Every template that was loaded, found by intent, language and inbox.
package struct TemplateSet: Sendable {
    /// The template that asks a clarifying question where no intent is clear.
    package static let unclear = "unclear"

    /// The template for what is not ours to mend.
    static let notOurBusiness = "not_our_business"

    private struct Place: Hashable {
        var language: String
        /// nil for all inboxes.
        var inbox: InboxName?
    }

    private var templates: [String: [Place: Template]] = [:]
    private var parts: [Place: LanguageParts] = [:]

    /// A later template of the same name, language and inbox takes the place of an earlier one.
    ///
    /// - Parameters:
    ///   - parts: by language, for all inboxes.
    ///   - inboxParts: by inbox and language: all that the inbox's replies use, its own in place of the general ones.
    package init(
        templates: [Template],
        parts: [String: LanguageParts],
        inboxParts: [InboxName: [String: LanguageParts]] = [:]
    ) {
        for template in templates {
            let place = Place(language: template.language, inbox: template.inbox)
            self.templates[template.name, default: [:]][place] = template
        }
        for (language, parts) in parts { self.parts[Place(language: language)] = parts }
        for (inbox, languages) in inboxParts {
            for (language, parts) in languages { self.parts[Place(language: language, inbox: inbox)] = parts }
        }
    }

    /// The template in the first of `languages` that has it, the inbox's own before the general one.
    package func template(named name: String, languages: [String], inbox: InboxName? = nil) -> Template? {
        guard let versions = templates[name] else { return nil }
        return first(languages, inbox) { versions[$0] }
    }

    /// What replies are put together with, in the first of `languages` that has it.
    package func parts(languages: [String], inbox: InboxName? = nil) -> LanguageParts? {
        first(languages, inbox) { parts[$0] }
    }

    private func first<Found>(_ languages: [String], _ inbox: InboxName?, _ find: (Place) -> Found?) -> Found? {
        for language in languages {
            if let inbox, let found = find(Place(language: language, inbox: inbox)) { return found }
            if let found = find(Place(language: language)) { return found }
        }
        return nil
    }

    /// The intents and occasions that some template answers, sorted, `unclear` included.
    package var names: [String] {
        templates.keys.sorted()
    }

    /// The languages that a template is written in for all inboxes, sorted.
    package func languages(of name: String) -> [String] {
        templates[name, default: [:]].keys.filter { $0.inbox == nil }.map(\.language).sorted()
    }

    /// Every template, by name, language and inbox.
    package var all: [Template] {
        templates.values.flatMap(\.values).sorted {
            ($0.name, $0.language, $0.inbox?.rawValue ?? "") < ($1.name, $1.language, $1.inbox?.rawValue ?? "")
        }
    }
}
