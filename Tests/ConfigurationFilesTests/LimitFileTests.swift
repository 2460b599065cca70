import ConfigurationFiles
import Foundation
import Model
import Testing

@Suite("config/limits.yaml becomes limits")
struct LimitFileTests {
    private static let whole = """
        limits:
          - id: no_sunday_delivery
            what: {en: deliver on Sundays, de: sonntags liefern}
            reason: {en: our carrier does not drive then, de: unser Kurier dann nicht fährt}
            until: 2027-01-10
            alternatives: [{en: Saturday is possible., de: Samstag geht.}]
            owner: anna
            intents: [order.where]
            keywords: {en: [on sunday, sundays]}
            ended: 2026-12-20
        """

    private func load(
        _ limits: String,
        today: String = "2026-11-22",
        languages: [String] = ["en"]
    ) -> LoadedConfiguration {
        var files = languages.map { ConfigurationFile(path: "templates/\($0)/_greeting.md", text: "Hello,") }
        files.append(ConfigurationFile(path: LoadedConfiguration.limitsPath, text: limits))
        files.append(ConfigurationFile(path: "config/intents/shop.yaml", text: Files.intents))
        return LoadedConfiguration(files: files, directories: Files.directories, today: CalendarDay(today))
    }

    private func problems(_ loaded: LoadedConfiguration) -> [String] {
        loaded.problems.filter { $0.file == LoadedConfiguration.limitsPath }.map(\.description)
    }

    @Test("everything that can be said is read")
    func everything() throws {
        let loaded = load(Self.whole, languages: ["en", "de"])
        #expect(problems(loaded) == [])
        let limit = try #require(loaded.limits.first)
        #expect(limit.id == "no_sunday_delivery")
        #expect(limit.what["de"] == "sonntags liefern")
        #expect(limit.alternatives == [["en": "Saturday is possible.", "de": "Samstag geht."]])
        #expect(limit.until.text == "2027-01-10")
        #expect(limit.endedOn?.text == "2026-12-20")
        #expect(limit.intents == ["order.where"])
        #expect(limit.keywords == ["en": ["on sunday", "sundays"]])
    }

    @Test("without the file nothing is limited, and nothing is wrong")
    func absent() {
        let loaded = Files.load()
        #expect(loaded.limits.isEmpty)
        #expect(loaded.problems == [])
    }

    /// The file without the lines that begin with a key, and with another in its place.
    private func changed(_ key: String, _ line: String? = nil) -> String {
        Self.whole.split(separator: "\n").compactMap { old in
            old.trimmingCharacters(in: .whitespaces).hasPrefix("\(key):") ? line.map { "    \($0)" } : String(old)
        }.joined(separator: "\n")
    }

    static let faults: [(String, String?, String)] = [
        (
            "alternatives", nil,
            "2:5: error: a limit needs “alternatives”: at least one sentence that says what is possible"
        ),
        (
            "alternatives", "alternatives: []",
            "6:19: error: “alternatives” should be a list of texts by language, with at"
        ),
        ("alternatives", "alternatives: [no]", "6:20: error: “alternatives” should be texts by language"),
        ("what", "what: deliver", "3:11: error: “what” should be texts by language, such as {en: …, de: …}"),
        ("what", "what: {english: x}", "3:12: error: “english” should be a language code such as en"),
        ("reason", "reason: {en: \"\"}", "4:18: error: “reason” should be a text in en"),
        ("until", nil, "2:5: error: a limit needs “until”: the last day on which it may be told"),
        ("until", "until: soon", "5:12: error: “until” should be a day such as 2026-12-25; found “soon”"),
        ("owner", nil, "2:5: error: a limit needs “owner”: who sees to it that it ends"),
        ("keywords", "keywords: {en: sunday}", "9:16: error: “keywords” should be lists by language"),
        ("owner", "woner: anna", "7:5: error: unknown key “woner” in a limit; did you mean “owner”?"),
        ("ended", "ended: yes", "10:12: error: “ended” should be a day such as 2026-12-25; found “yes”"),
    ]

    @Test("a fault is found at its line and column, with what would mend it", arguments: faults)
    func fault(_ key: String, _ line: String?, _ expected: String) {
        let found = problems(load(changed(key, line)))
        #expect(found.contains { $0.hasPrefix("config/limits.yaml:\(expected)") }, "\(found)")
    }

    @Test("an id that cannot be one, and one that is given twice, are refused")
    func ids() {
        let bad = Self.whole.replacing("no_sunday_delivery", with: "no sunday")
        #expect(problems(load(bad)).first?.contains("2:9: error: “no sunday” cannot name a limit") == true)
        let twice = Self.whole + "\n" + Self.whole.split(separator: "\n").dropFirst().joined(separator: "\n")
        let found = problems(load(twice))
        #expect(
            found.contains { $0.contains("11:5: error: the limit “no_sunday_delivery” is given twice") },
            "\(found)"
        )
    }

    @Test("one that ran out without anybody having said so names its owner")
    func ranOut() {
        let running = changed("ended")
        let found = problems(load(running, today: "2027-01-11"))
        #expect(
            found == [
                "config/limits.yaml:5:12: warning: the limit “no_sunday_delivery” ran out on 2027-01-10: anna has to say "
                    + "whether it ended (“ended: …”) or how long it lasts; no draft names it"
            ]
        )
        #expect(problems(load(running, today: "2027-01-10")) == [])
        #expect(problems(load(Self.whole, today: "2027-02-01")) == [])
    }

    @Test("languages that drafts are written in and the limit has no words in are told")
    func languages() {
        let found = problems(load(Self.whole, languages: ["de", "en", "fr"]))
        #expect(found.count == 1)
        #expect(found.first?.contains("2:5: warning: the limit “no_sunday_delivery” lacks texts in fr") == true)
    }

    @Test("an intent that is not there is told with what is near")
    func intents() {
        let found = problems(load(changed("intents", "intents: [order.were]")))
        #expect(
            found == ["config/limits.yaml:8: warning: there is no intent “order.were”; did you mean “order.where”?"]
        )
    }
}
