import Model
import Replies

/// The parts of replies, `_<name>.md`, of every language and inbox.
struct PartPack {
    private(set) var general: [String: LanguageParts] = [:]
    /// All that an inbox's replies use: its own parts in place of the general ones.
    private(set) var ofInboxes: [InboxName: [String: LanguageParts]] = [:]
    private(set) var problems: [Problem] = []

    init(_ files: [(place: TemplatePlace, file: ConfigurationFile)]) {
        var sources: [InboxName?: [String: [String: PartSource]]] = [:]
        var paths: [TemplatePlace: String] = [:]
        for (place, file) in files {
            let log = ProblemLog(file)
            sources[place.inbox, default: [:]][place.language, default: [:]][place.name] = TemplateFile.part(
                file.text,
                log: log
            )
            paths[place] = file.path
            problems += log.problems
        }
        for (language, own) in sources[nil] ?? [:] { general[language] = compiled(own, nil, language) }
        for case (let inbox?, let languages) in sources {
            for (language, own) in languages {
                let all = (sources[nil]?[language] ?? [:]).merging(own) { $1 }
                ofInboxes[inbox, default: [:]][language] = compiled(all, inbox, language, own: Set(own.keys))
            }
        }
    }

    /// - Parameter own: the parts whose faults are told here; those of the others are told already.
    private mutating func compiled(
        _ sources: [String: PartSource],
        _ inbox: InboxName?,
        _ language: String,
        own: Set<String>? = nil
    ) -> LanguageParts {
        let parts = LanguageParts(sources)
        for (name, faults) in parts.faults where own?.contains(name) ?? true {
            let path = "\(TemplatePlace.folder(inbox, language))/_\(name).md"
            problems += faults.map { Problem(.error, file: path, line: $0.line, message: $0.message) }
        }
        return parts
    }

    /// What the templates of a place may include, and their replies use.
    func parts(for place: TemplatePlace) -> LanguageParts {
        place.inbox.flatMap { ofInboxes[$0]?[place.language] } ?? general[place.language] ?? LanguageParts([:])
    }

    private static let required: [PartName] = [.greeting, .closing]

    /// What languages lack that replies need.
    func missing(in languages: Set<String>) -> [Problem] {
        languages.sorted().flatMap { language in
            let folder = TemplatePlace.folder(nil, language)
            let there = Set((general[language]?.names ?? []) + (general[language]?.faults.map(\.part) ?? []))
            return PartName.allCases.filter { !there.contains($0.rawValue) }.map { part in
                let isError = Self.required.contains(part)
                return Problem(
                    isError ? .error : .warning,
                    file: "\(folder)/_\(part.rawValue).md",
                    line: 0,
                    message: "there is no such part: \(Self.loss(without: part))"
                )
            }
        }
    }

    private static func loss(without part: PartName) -> String {
        switch part {
        case .greeting, .closing: "every reply needs it"
        case .signature: "replies are signed by nobody"
        case .askLeft: "an ask that no template answers stands there without a word"
        case .joint: "replies about two matters have nothing to join them by"
        case .limit: "a limit is named only where a template does"
        case .recovery: "a failure is made up for only where a template does"
        case .goodwill: "a gesture is offered only where a template does"
        case .lookupMissing: "where a look-up finds nothing, the answer keeps its holes"
        case .lookupLate: "where a look-up does not answer, the answer keeps its holes"
        }
    }
}
