// Configuration is in charge of the files that operators edit: it turns their text into values and says of each fault
// where it is and what would mend it. Reading the files themselves is ConfigurationFolder's matter alone.

package import Model
package import Replies
package import Scoring

/// What the files of a root say, and everything that is wrong with them.
package struct LoadedConfiguration: Sendable {
    /// nil where the settings cannot be used.
    package let settings: Settings?
    /// nil where the intents cannot be used.
    package let intents: Lexicon?
    /// The templates that can be used.
    package let templates: TemplateSet
    /// By file and line.
    package let problems: [Problem]

    /// Whether the program can start with it.
    package var isUsable: Bool {
        settings != nil && intents != nil && !problems.contains { $0.severity == .error }
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
        let intents = LexiconReader.intents.read(files.filter { $0.path.hasPrefix(Self.intentsFolder) })
        self.intents = intents.lexicon
        let pack = TemplatePack(files: files)
        templates = pack.templates
        let found = settingsLog.problems + intents.problems + pack.problems + unreadable
        let checks = CrossChecks(intents: intents, pack: pack, settings: settings, settingsPath: settingsPath)
        problems = (found + checks.problems).sorted {
            ($0.file, $0.line, $0.column ?? 0) < ($1.file, $1.line, $1.column ?? 0)
        }
    }

    package static let settingsPath = "config/wavelength.yaml"
    /// Every `.yaml` file in it is read.
    package static let intentsFolder = "config/intents/"
}
