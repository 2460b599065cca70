import ConfigurationFiles
import Model
import Replies
import Testing

@Suite("Template and intent files are checked with their lines")
struct TemplateFileTests {
    @Test(
        "a broken template says where and what",
        arguments: [
            ("## gain\nx", "1: error: a template begins with front matter"),
            ("---\ntitle: x\n", "1: error: a template begins with front matter"),
            ("---\npromise: none\n---\n## gain\nx", "2:1: error: the front matter needs “title”"),
            ("---\ntitle: x\n---\n## gain\nx", "2:1: error: the front matter needs “promise”"),
            (
                "---\ntitle: x\npromise: soon\n---\n## gain\nx",
                "3:10: error: “promise” should be “none” or {what: …, by: …}"
            ),
            ("---\ntitle: x\npromise: none\nslot: {}\n---\n## gain\nx", "4:1: error: unknown key “slot”"),
            ("---\ntitle: x\npromise: none\n---\n\n## gian\nx", "6: error: “gian” is no move; did you mean “gain”?"),
            ("---\ntitle: x\npromise: none\n---\n## gain\n\n{{nme}}", "7: error: unknown placeholder “nme”"),
            ("---\ntitle: x\npromise: none\n---\n## gain\n[[a]]", "6: error: the slot [[a]] is not declared"),
            (
                "---\ntitle: x\npromise: none\nslots:\n  a: {label: A}\n---\n## gain\nx",
                "5: error: the slot “a” stands nowhere in the text"
            ),
            (
                "---\ntitle: x\npromise: none\nslots:\n  a: {label: A, type: day}\n---\n## gain\n[[a]]",
                "5:23: error: “type” should be text, date, money or choice; found “day”"
            ),
            (
                "---\ntitle: x\npromise: none\nslots:\n  a: {label: A, type: choice}\n---\n## gain\n[[a]]",
                "5:3: error: slot a needs “choices”"
            ),
            (
                "---\ntitle: x\npromise: {what: w, by: {slot: b}}\n---\n## gain\nx",
                "3: error: the promise is due by the slot [[b]], which is not declared"
            ),
            (
                "---\ntitle: x\npromise: none\n---\n\u{C}\u{B}\n## gain\n\n{{nme}}",
                "8: error: unknown placeholder “nme”"
            ),
            ("---\ntitle: x\npromise: none\n---\n## gain\n\u{2029}\u{85}[[a]]", "6: error: the slot [[a]]"),
            ("---\ntitle: \"x\u{2028}\u{85}\"\npromise: soon\n---\n## gain\nx", "3:10: error: “promise” should be"),
            ("---\r\ntitle: x\rpromise: none\r\n---\r\n## gian\r\nx", "5: error: “gian” is no move"),
            ("---\ntitle: x\npromise: none\n---", "4: error: no move: begin one"),
            (
                "---\ntitle: x\npromise: {what: w, by: {slot: b}}\nslots:\n  b: {label: B}\n---\n## gain\n[[b]]",
                "3: error: the promise is due by [[b]], which is no day: give the slot “type: date”"
            ),
            (
                "---\ntitle: x\npromise: {what: w, by: {slot: b}}\nslots:\n  b: {label: B, type: date}\n---\n"
                    + "## gain\n[[b]]\n# short\n## gain\nx",
                "3: error: the short form never says when: it lacks [[b]]"
            ),
            (
                "---\ntitle: x\npromise: {what: w, by: soon}\n---\n## gain\nx",
                "3:24: error: “by” should say when it is due: {slot: NAME}, {within: 1 working day} or suggested"
            ),
            (
                "---\ntitle: x\npromise: {what: w, by: {within: 3 days}}\n---\n## gain\nx",
                "3:33: error: “within” should be a time such as 1 working day or 4 working hours; found “3 days”"
            ),
            (
                "---\ntitle: x\npromise: none\nmoves:\n  gain: {when: [angry]}\n---\n## gain\nx",
                "5: error: unknown condition “angry”"
            ),
            (
                "---\ntitle: x\npromise: none\nmoves:\n  ahead: {unless: [distress]}\n---\n## gain\nx",
                "5: error: the text has no move “ahead”"
            ),
            (
                "---\ntitle: x\npromise: none\nmoves:\n  gain: {}\n---\n## gain\nx",
                "5:3: error: the rule of “gain” needs “when” or “unless”"
            ),
            (
                "---\ntitle: x\npromise: none\nslots:\n  a: {label: A, from: fact.odrer_id}\n---\n## gain\n[[a]]",
                "5: error: “from: fact.odrer_id” names no fact; did you mean “fact.order_id”?"
            ),
            (
                "---\ntitle: x\npromise: none\ngoodwill: [a]\nslots:\n  goodwill: {label: A}\n---\n## gain\n[[goodwill]]",
                "6: error: the slot “goodwill” is declared by “goodwill:” already"
            ),
            (
                "---\ntitle: x\npromise: none\n---\n## gain\n{{promise.due}}",
                "5: error: {{promise.due}} stands for nothing"
            ),
            (
                "---\ntitle: x\npromise: {what: w, by: {within: 1 working day}}\n---\n## gain\n{{promise.due}}",
                "3: error: {{promise.due}} is no day here"
            ),
            ("---\ntitle: x\npromise: none\n---\n## gain\n{a|b|c}", "6: error: “{a|b|c}” has more than one bar"),
            ("---\ntitle: x\npromise: none\n---\n## gain\n{{> delivry}}", "6: error: there is no part “_delivry.md”"),
        ]
    )
    func brokenTemplate(_ text: String, _ expected: String) {
        let loaded = Files.load(templates: ["en/order.where": text, "en/unclear": Files.template])
        let problems = loaded.problems.map(\.description)
        #expect(problems.contains { $0.hasPrefix("templates/en/order.where.md:\(expected)") }, "\(problems)")
        #expect(!loaded.isUsable)
    }

    @Test(
        "a broken intent says where and what",
        arguments: [
            (
                "intents:\n- id: a\n  keywords:\n    en: {late: much}",
                "4:16: error: the weight of “late” should be a number"
            ),
            (
                "intents:\n- id: a\n  keywords:\n    en: {late: 0}",
                "4:10: error: a / en / “late”: 0.0 cannot be a weight"
            ),
            ("intents:\n- id: a\n  keywords:\n    en: {late: 1, ...: 1}", "4:19: error: a / en / “...”"),
            ("intents:\n- id: A b", "2:7: error: “A b” cannot name an intent"),
            (
                "intents:\n- id: a\n  keywords:\n    de: {Paket: 1, Pakete: 1}",
                "4:20: error: a / de / “Pakete”: matches the same words as “Paket”"
            ),
            (
                "intents:\n- id: a\n  keywords: {en: {x. y: 1}}\n- id: b\n  keywords: {fr: {\"* x\": 1}}",
                "5:19: error: b / fr / “* x”"
            ),
            ("intents:\n- id: a", "2:3: error: an intent needs “keywords”"),
            ("intents:\n- id: a\n  keywords: {}\n- id: a\n  keywords: {}", "4:3: error: the intent “a” is given twice"),
            ("intents:\n- id: [a", "2: error: this is not YAML"),
            ("intents: {a: {}}", "1:10: error: intents should be a list"),
            ("intent: {}", "1:1: error: unknown key “intent” in the file; did you mean “intents”?"),
        ]
    )
    func brokenIntent(_ text: String, _ expected: String) {
        let loaded = Files.load(intents: text)
        let problems = loaded.problems.map(\.description)
        #expect(problems.contains { $0.hasPrefix("config/intents/shop.yaml:\(expected)") }, "\(problems)")
        #expect(loaded.lexicons == nil)
    }

    @Test("an intent that stands in two files is an error that names both")
    func intentInTwoFiles() {
        let files = ["config/intents/a.yaml", "config/intents/b.yaml"].map {
            ConfigurationFile(path: $0, text: Files.intents)
        }
        let problems = LoadedConfiguration(files: files, directories: Files.directories).problems.map(\.description)
        let expected =
            "config/intents/b.yaml:2:5: error: the intent “order.where” is given twice, also in "
            + "config/intents/a.yaml:2: join the two"
        #expect(problems.contains(expected), "\(problems)")
    }

    @Test("what does not fit together is a warning")
    func crossChecks() {
        let german = Files.settings.replacing(
            "[hello@shop.example]\n",
            with: "[hello@shop.example]\n    language: de\n"
        )
        let loaded = Files.load(settings: german, templates: ["en/order.wher": Files.template])
        #expect(
            loaded.problems.map(\.description) == [
                "config/intents/shop.yaml:2: warning: intent “order.where” has no template: its mail gets no draft; "
                    + "write templates/en/order.where.md",
                "config/wavelength.yaml:1: warning: inbox “support” has no templates/de/unclear.md: "
                    + "mail whose intent is not clear gets no draft",
                "templates/en/order.wher.md:1: warning: there is no intent “order.wher”: this template is never used; "
                    + "did you mean “order.where”?",
            ]
        )
        #expect(loaded.isUsable)
    }

    @Test("a language that lacks parts is told what it loses; without greeting or closing it cannot be used")
    func parts() {
        let templates = ["de/order.where": Files.template, "de/_closing": "Grüße", "en/unclear": Files.template]
        let problems = Files.load(templates: templates).problems.map(\.description)
        #expect(problems.contains("templates/de/_greeting.md: error: there is no such part: every reply needs it"))
        #expect(
            problems.contains(
                "templates/de/_signature.md: warning: there is no such part: replies are signed by nobody"
            )
        )
        #expect(problems.count == 9, "\(problems)")
    }

    @Test("a fault of a closing is told of the closing's file")
    func brokenClosing() {
        let closing = "---\ntitle: x\n---\n\nBye {{nme}}"
        let templates = ["en/order.where": Files.template, "en/unclear": Files.template, "en/_closing": closing]
        let problems = Files.load(templates: templates).problems
        #expect(problems.map(\.file) == ["templates/en/_closing.md"])
        #expect(problems.map(\.line) == [5])
    }

    @Test("an inbox's own folder takes the place of the general one, and an unknown inbox is a warning")
    func inboxFolders() {
        let own = Files.template.replacing("It comes.", with: "It comes, {{> closing}}.")
        let loaded = Files.load(templates: [
            "en/order.where": Files.template, "en/unclear": Files.template, "support/en/order.where": own,
            "suport/en/order.where": Files.template, "support/en/_greeting": "{{> missing}}",
        ])
        #expect(
            loaded.problems.map(\.description) == [
                "templates/suport/en/order.where.md:1: warning: there is no inbox “suport”: its templates are never used; "
                    + "did you mean “support”?",
                "templates/support/en/_greeting.md:1: error: there is no part “_missing.md”; known here: ask_left, closing, "
                    + "goodwill, greeting, joint, limit, lookup_late, lookup_missing, recovery, signature",
            ],
            "\(loaded.problems)"
        )
        #expect(loaded.templates.all.map(\.inbox?.rawValue) == [nil, "suport", "support", nil])
    }

    @Test("one broken template does not take the others along")
    func brokenAmongGood() {
        let loaded = Files.load(templates: ["en/order.where": "broken", "en/unclear": Files.template])
        #expect(loaded.templates.names == ["unclear"])
    }
}
