import Replies

/// The files under `templates/<language>/`, read.
struct TemplatePack {
    static let greetingName = "_greeting"
    static let closingName = "_closing"

    let templates: TemplateSet
    private(set) var problems: [Problem] = []
    /// The paths of the usable templates, by intent.
    private(set) var paths: [String: [String]] = [:]
    /// The languages that have a folder, usable or not.
    private(set) var languages: Set<String> = []
    /// The intents that have a file, usable or not.
    private(set) var names: Set<String> = []

    init(files: [ConfigurationFile]) {
        var templates: [Template] = []
        var sources: [String: [String: ConfigurationFile]] = [:]
        for file in files {
            guard let place = Place(file.path) else { continue }
            languages.insert(place.language)
            let log = ProblemLog(file)
            if place.name.hasPrefix("_") {
                sources[place.language, default: [:]][place.name] = file
                Self.checkPartName(place.name, log)
            } else {
                names.insert(place.name)
                let template = TemplateFile.template(
                    name: place.name,
                    language: place.language,
                    text: file.text,
                    log: log
                )
                template.map { templates.append($0) }
                if template != nil { paths[place.name, default: []].append(file.path) }
            }
            problems += log.problems
        }
        var parts: [String: LanguageParts] = [:]
        for language in languages {
            let (made, found) = Self.parts(sources[language] ?? [:], language)
            parts[language] = made
            problems += found
        }
        self.templates = TemplateSet(templates: templates, parts: parts)
    }

    /// The language and name in `templates/<language>/<name>.md`.
    private struct Place {
        let language: String
        let name: String

        init?(_ path: String) {
            let parts = path.split(separator: "/")
            guard parts.count == 3, parts[0] == "templates", parts[2].hasSuffix(".md") else { return nil }
            language = String(parts[1])
            name = String(parts[2].dropLast(3))
        }
    }

    private static func checkPartName(_ name: String, _ log: ProblemLog) {
        let known = [greetingName, closingName]
        guard !known.contains(name) else { return }
        log.error(line: 1, "“\(name).md” is no part of a reply; \(NearestName.hint(for: name, among: known))")
    }

    private static func parts(
        _ files: [String: ConfigurationFile],
        _ language: String
    ) -> (parts: LanguageParts?, problems: [Problem]) {
        guard let greeting = files[greetingName], let closing = files[closingName] else {
            let message = "a language needs both \(greetingName).md and \(closingName).md"
            let file = "templates/\(language)/\(greetingName).md"
            return (nil, [Problem(.error, file: file, line: 0, message: message)])
        }
        let sources = [greeting, closing].map { TemplateFile.part($0.text) }
        let problems = zip([greeting, closing], sources).flatMap { file, source in
            LanguageParts.faults(in: source).map {
                Problem(.error, file: file.path, line: $0.line, message: $0.message)
            }
        }
        return (try? LanguageParts(greeting: sources[0], closing: sources[1]), problems)
    }
}
