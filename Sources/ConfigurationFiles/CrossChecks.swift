import Model
import Replies
import Scoring

/// What only shows when the files are seen side by side.
struct CrossChecks {
    let intents: LexiconReader.Result
    let pack: TemplatePack
    let commitments: LoadedConfiguration.Commitments
    let settings: Settings?
    let paths: ConfigurationPaths
    /// What other files define, for templates to name.
    var known = NamesForTemplates()

    var problems: [Problem] {
        intentsWithoutTemplate + templatesWithoutIntent + inboxesWithoutQuestion + foldersWithoutInbox + unknownIntents
            + pack.files.flatMap { TemplateNames(path: $0.path, template: $0.template, known: known).problems }
    }

    private var intentsWithoutTemplate: [Problem] {
        (intents.lexicon?.labels ?? []).filter { !pack.names.contains($0.template ?? $0.id) }.map { label in
            let place = intents.places[label.id]
            return warning(
                place?.file ?? LoadedConfiguration.intentsFolder,
                place?.line ?? 1,
                "intent “\(label.id)” has no template: its mail gets no draft; "
                    + "write templates/en/\(label.template ?? label.id).md"
            )
        }
    }

    private static let others = Set(Occasion.templates + [TemplateSet.unclear])

    private var templatesWithoutIntent: [Problem] {
        guard let ids = intents.lexicon?.labels.map({ $0.template ?? $0.id }) else { return [] }
        return pack.paths.filter { !Self.others.contains($0.key) && !ids.contains($0.key) }.flatMap { name, paths in
            let near =
                NearestName.suggestion(for: name, among: ids + Occasion.templates)
                .map { "; did you mean “\($0)”?" } ?? ""
            return paths.map { warning($0, 1, "there is no intent “\(name)”: this template is never used\(near)") }
        }
    }

    private var inboxesWithoutQuestion: [Problem] {
        let written = pack.templates.languages(of: TemplateSet.unclear)
        return (settings?.inboxes ?? []).map(\.inbox).filter { !written.contains($0.defaultLanguage) }.map { inbox in
            let path = "templates/\(inbox.defaultLanguage)/\(TemplateSet.unclear).md"
            return warning(
                paths.settings,
                1,
                "inbox “\(inbox.name)” has no \(path): mail whose intent is not clear gets no draft"
            )
        }
    }

    /// Of limits, budgets and templates: they would never touch anything.
    private var unknownIntents: [Problem] {
        guard let ids = intents.lexicon?.labels.map(\.id) else { return [] }
        let named =
            commitments.limits.flatMap(\.intents).map { (paths.limits, $0) }
            + commitments.goodwill.causes.map { (paths.goodwill, $0) }
            + answered
        return named.filter { !ids.contains($0.1.name) }.map { file, intent in
            let near = NearestName.suggestion(for: intent.name, among: ids).map { "; did you mean “\($0)”?" } ?? ""
            return warning(file, intent.line, "there is no intent “\(intent.name)”\(near)")
        }
    }

    /// What templates answer beside their own intent, with their paths.
    private var answered: [(String, (name: String, line: Int))] {
        pack.files.flatMap { file in
            file.template.alsoAnswers.map { (file.path, (name: $0.name, line: $0.line)) }
        }
    }

    private var foldersWithoutInbox: [Problem] {
        guard let names = settings?.inboxes.map(\.inbox.name) else { return [] }
        return pack.inboxes.filter { !names.contains($0.key) }.map { inbox, path in
            let hint = NearestName.hint(for: inbox.rawValue, among: names.map(\.rawValue))
            return warning(path, 1, "there is no inbox “\(inbox)”: its templates are never used; \(hint)")
        }
    }

    private func warning(_ file: String, _ line: Int, _ message: String) -> Problem {
        Problem(.warning, file: file, line: line, message: message)
    }
}
