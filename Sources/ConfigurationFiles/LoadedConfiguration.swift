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
    /// By file and line.
    package let problems: [Problem]

    /// Whether the program can start with it.
    package var isUsable: Bool {
        settings != nil && lexicons != nil && charter != nil && !problems.contains { $0.severity == .error }
    }

    /// A function of its arguments, so that it can be asked again whenever a file has changed.
    ///
    /// - Parameters:
    ///   - settingsPath: which of the files holds the settings.
    ///   - unreadable: problems met while the files were read.
    package init(
        files: [ConfigurationFile],
        settingsPath: String = Self.settingsPath,
        directories: Directories,
        unreadable: [Problem] = []
    ) {
        let texts = Dictionary(files.map { ($0.path, $0.text) }, uniquingKeysWith: { first, _ in first })
        let settingsLog = ProblemLog(file: settingsPath)
        let reader = SettingsReader(directories: directories, log: settingsLog)
        settings = texts[settingsPath].flatMap(reader.settings)
        let intentFiles = files.filter { $0.path.hasPrefix(Self.intentsFolder) }.sorted { $0.path < $1.path }
        let intents = LexiconReader.intents.read(intentFiles)
        let others = [Self.asksPath, Self.circumstancesPath, Self.signalsPath].map { path in
            LexiconReader.labels.read(files.filter { $0.path == path })
        }
        lexicons = Self.lexicons(intents, others, orderIDMasks: settings?.orderIDMasks ?? [])
        let charter = CharterReader.read(files)
        self.charter = charter.lexicons
        let pack = TemplatePack(files: files)
        templates = pack.templates
        let found =
            settingsLog.problems + intents.problems + others.flatMap(\.problems) + pack.problems
            + charter.problems + unreadable
        let checks = CrossChecks(intents: intents, pack: pack, settings: settings, settingsPath: settingsPath)
        problems = (found + checks.problems).sorted {
            ($0.file, $0.line, $0.column ?? 0) < ($1.file, $1.line, $1.column ?? 0)
        }
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

    package static let settingsPath = "config/wavelength.yaml"
    /// Every `.yaml` file in it is read.
    package static let intentsFolder = "config/intents/"
    package static let asksPath = "config/asks.yaml"
    package static let circumstancesPath = "config/circumstances.yaml"
    package static let signalsPath = "config/signals.yaml"
    /// Every `.yaml` file in it is read.
    package static let charterFolder = "config/charter/"
    /// How grave each check is; all others hold words.
    package static let charterChecksPath = "config/charter/checks.yaml"
}
