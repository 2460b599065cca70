// Configuration is in charge of the files that operators edit: it turns their text into values and says of each fault
// where it is and what would mend it. Reading the files themselves is ConfigurationFolder's matter alone.

package import Model
package import Reading
package import Replies
import Scoring

/// What the files of a root say, and everything that is wrong with them.
package struct LoadedConfiguration: Sendable {
    /// nil where the settings cannot be used.
    package let settings: Settings?
    /// nil where one of them cannot be used.
    package let lexicons: ReadingLexicons?
    /// nil where its words cannot be used; without any, only the checks that need none find something.
    package let charter: CharterLexicons?
    /// The templates that can be used.
    package let templates: TemplateSet
    package let lookups: [Lookup]
    /// Whether or not they are in force.
    package let limits: [Limit]
    package let goodwill: GoodwillPolicy
    /// By file and line.
    package let problems: [Problem]

    /// Whether the program can start with it.
    package var isUsable: Bool {
        settings != nil && lexicons != nil && charter != nil && !problems.contains { $0.severity == .error }
    }

    /// A function of its arguments, so that it can be asked again whenever a file has changed.
    ///
    /// - Parameters:
    ///   - paths: which of the files holds what.
    ///   - today: tells what has run out; nil where that does not matter.
    ///   - unreadable: problems met while the files were read.
    package init(
        files: [ConfigurationFile],
        paths: ConfigurationPaths = .usual,
        directories: Directories,
        today: CalendarDay? = nil,
        unreadable: [Problem] = []
    ) {
        let texts = Dictionary(files.map { ($0.path, $0.text) }, uniquingKeysWith: { first, _ in first })
        let settingsLog = ProblemLog(paths.settings, in: texts)
        let holidayFiles = HolidayFiles(texts: texts, today: today)
        let reader = SettingsReader(directories: directories, holidayFiles: holidayFiles, log: settingsLog)
        settings = texts[paths.settings].flatMap(reader.settings)
        let intentFiles = files.filter { $0.path.hasPrefix(Self.intentsFolder) }.sorted { $0.path < $1.path }
        let intents = LexiconReader.intents.read(intentFiles)
        let others = [Self.asksPath, Self.circumstancesPath, Self.signalsPath].map { path in
            LexiconReader.labels.read(files.filter { $0.path == path })
        }
        lexicons = Self.lexicons(intents, others, orderIDMasks: settings?.orderIDMasks ?? [])
        let lookupLog = ProblemLog(Self.lookupsPath, in: texts)
        lookups = texts[Self.lookupsPath].map(LookupReader(directories: directories, log: lookupLog).lookups) ?? []
        let commitments = Commitments(texts: texts, paths: paths, today: today)
        limits = commitments.limits.map(\.limit)
        goodwill = commitments.goodwill.policy
        let charter = CharterReader.read(files)
        self.charter = charter.lexicons
        let pack = TemplatePack(files: files)
        templates = pack.templates
        let found =
            settingsLog.problems + intents.problems + others.flatMap(\.problems) + pack.problems + lookupLog.problems
            + holidayFiles.problems + commitments.problems + charter.problems + unreadable
        let checks = CrossChecks(
            intents: intents,
            pack: pack,
            commitments: commitments,
            settings: settings,
            paths: paths,
            known: NamesForTemplates(limits, goodwill, lookups)
        )
        problems = Self.inOrder(found + checks.problems)
    }

    /// By file and line.
    private static func inOrder(_ problems: [Problem]) -> [Problem] {
        problems.sorted { ($0.file, $0.line, $0.column ?? 0) < ($1.file, $1.line, $1.column ?? 0) }
    }

    private static func lexicons(
        _ intents: LexiconReader.Result,
        _ others: [LexiconReader.Result],
        orderIDMasks: [String]
    ) -> ReadingLexicons? {
        guard let intents = intents.lexicon else { return nil }
        let found = others.compactMap(\.lexicon)
        guard found.count == others.count else { return nil }
        let orderIDs = orderIDMasks.compactMap { try? OrderIDPattern($0) }
        return ReadingLexicons(
            intents: intents,
            asks: found[0],
            circumstances: found[1],
            signals: found[2],
            orderIDs: orderIDs.isEmpty ? OrderIDPattern.defaults : orderIDs
        )
    }

    package static let settingsPath = ConfigurationPaths.usual.settings
    /// Every `.yaml` file in it is read.
    package static let intentsFolder = "config/intents/"
    package static let asksPath = "config/asks.yaml"
    package static let circumstancesPath = "config/circumstances.yaml"
    package static let signalsPath = "config/signals.yaml"
    package static let lookupsPath = "config/lookups.yaml"
    /// Every `.yaml` file in it is read.
    package static let charterFolder = "config/charter/"
    /// How grave each check is; all others hold words.
    package static let charterChecksPath = "config/charter/checks.yaml"
}
