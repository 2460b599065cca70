import Model
import Replies

/// The files under `templates/`, read.
struct TemplatePack {
    let templates: TemplateSet
    private(set) var problems: [Problem] = []
    /// The paths of the usable templates, by name.
    private(set) var paths: [String: [String]] = [:]
    /// The names that have a file, usable or not.
    private(set) var names: Set<String> = []
    /// The inboxes that have a folder, with one path in it.
    private(set) var inboxes: [InboxName: String] = [:]
    /// The path of each usable template, by name, language and inbox.
    private(set) var files: [(path: String, template: Template)] = []

    init(files: [ConfigurationFile]) {
        let placed = files.compactMap { file in TemplatePlace(file.path).map { (place: $0, file: file) } }
        let parts = PartPack(placed.filter(\.place.isPart))
        problems = parts.problems
        for (place, file) in placed where !place.isPart {
            let log = ProblemLog(file)
            names.insert(place.name)
            let own = parts.parts(for: place)
            if let template = TemplateFile.template(place, text: file.text, parts: own, log: log) {
                self.files.append((file.path, template))
                paths[place.name, default: []].append(file.path)
            }
            problems += log.problems
        }
        for (place, file) in placed {
            if let inbox = place.inbox, inboxes[inbox] == nil { inboxes[inbox] = file.path }
        }
        problems += parts.missing(in: Set(placed.filter { $0.place.inbox == nil }.map(\.place.language)))
        templates = TemplateSet(
            templates: self.files.map(\.template),
            parts: parts.general,
            inboxParts: parts.ofInboxes
        )
    }
}
