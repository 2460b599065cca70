import Model

extension LoadedConfiguration {
    /// What we cannot do at present, and what may be given without asking.
    struct Commitments {
        var limits: [LimitsReader.Entry] = []
        var goodwill = GoodwillReader.Result()
        var problems: [Problem] = []

        /// - Parameter texts: of the files, by path.
        init(texts: [String: String], paths: ConfigurationPaths, today: CalendarDay?) {
            let languages = Self.languages(of: texts.keys)
            let limitsLog = ProblemLog(paths.limits, in: texts)
            let limits = LimitsReader(today: today, languages: languages, log: limitsLog)
            self.limits = texts[paths.limits].map(limits.entries) ?? []
            let goodwillLog = ProblemLog(paths.goodwill, in: texts)
            let goodwill = GoodwillReader(languages: languages, log: goodwillLog)
            self.goodwill = texts[paths.goodwill].map(goodwill.result) ?? GoodwillReader.Result()
            problems = limitsLog.problems + goodwillLog.problems
        }

        /// Those of `templates/<language>/`.
        private static func languages(of paths: some Sequence<String>) -> Set<String> {
            Set(
                paths.compactMap { path in
                    let parts = path.split(separator: "/")
                    guard parts.count == 3, parts[0] == "templates" else { return nil }
                    return TextForm.language.read(String(parts[1]))
                }
            )
        }
    }

    package static let limitsPath = ConfigurationPaths.usual.limits
    package static let goodwillPath = ConfigurationPaths.usual.goodwill
    static let folder = "config/"
}
