/// Every template that was loaded, found by intent and language.
package struct TemplateSet: Sendable {
    /// The template that asks a clarifying question where no intent is clear.
    package static let unclear = "unclear"

    private var templates: [String: [String: Template]] = [:]
    private var parts: [String: LanguageParts] = [:]

    /// A later template of the same name and language takes the place of an earlier one.
    package init(templates: [Template], parts: [String: LanguageParts]) {
        for template in templates { self.templates[template.name, default: [:]][template.language] = template }
        self.parts = parts
    }

    /// The template in the first of `languages` that has it.
    package func template(named name: String, languages: [String]) -> Template? {
        guard let versions = templates[name] else { return nil }
        return languages.lazy.compactMap { versions[$0] }.first
    }

    /// The greeting and closing of the first of `languages` that has them.
    package func parts(languages: [String]) -> LanguageParts? {
        languages.lazy.compactMap { parts[$0] }.first
    }

    /// The intents that some template answers, sorted, `unclear` included.
    package var names: [String] {
        templates.keys.sorted()
    }

    /// The languages that a template is written in, sorted.
    package func languages(of name: String) -> [String] {
        templates[name, default: [:]].keys.sorted()
    }
}
