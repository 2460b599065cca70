import Scoring
import Yams

/// Reads learned weights as `WeightsWriter` writes them, and as people edit them.
struct WeightsReader {
    let log: ProblemLog

    /// nil where an error was found.
    func file(from text: String) -> WeightsFile? {
        let keys = ["held", "newest_correction", "note", "intents", "vocabulary"]
        guard let root = YAMLText.root(of: text, log: log),
            let section = Section(root, name: "the file", keys: keys, log: log),
            let vocabulary = section.required("vocabulary", "what the weights were learned with, by language")
        else { return nil }
        var languages = self.languages(vocabulary)
        if let intents = section["intents"] { add(intents, to: &languages) }
        let weights = LearnedWeights(languages: languages)
        check(weights, at: root)
        return WeightsFile(
            weights: weights,
            isHeld: section.value("held", .flag) ?? false,
            newestCorrection: Int64(section.integer("newest_correction") ?? 0),
            note: section.string("note") ?? ""
        )
    }

    private func languages(_ node: Node) -> [String: LanguageWeights] {
        var languages: [String: LanguageWeights] = [:]
        for (key, value) in Section.entries(of: node, name: "vocabulary", log: log) ?? [] {
            let keys = ["examples", "pair_share", "calibration", "phrases", "words"]
            guard let section = Section(value, name: "the vocabulary", keys: keys, log: log),
                let calibration = section.required("calibration", "temperature and most_confidence at least")
            else { continue }
            languages[key.text ?? ""] = LanguageWeights(
                labels: [],
                examples: section.integer("examples") ?? 0,
                phrases: counts(section, "phrases"),
                words: counts(section, "words"),
                pairShare: section.number("pair_share") ?? 0,
                calibration: self.calibration(calibration)
            )
        }
        return languages
    }

    private func counts(_ section: Section, _ key: String) -> [String: Int] {
        guard let node = section[key] else { return [:] }
        var counts: [String: Int] = [:]
        for (phrase, value) in Section.entries(of: node, name: key, log: log) ?? [] {
            guard let text = phrase.text, let count = value.text.flatMap(Int.init) else {
                log.error(
                    at: value,
                    "“\(phrase.text ?? "")” should have a whole number: in how many examples it stands"
                )
                continue
            }
            counts[text] = count
        }
        return counts
    }

    private func calibration(_ node: Node) -> Calibration {
        let keys = [
            "temperature", "most_confidence", "logistic", "least_likeness", "confidence_at_98", "confidence_at_99",
        ]
        guard let section = Section(node, name: "the calibration", keys: keys, log: log) else { return .uncertain }
        return Calibration(
            temperature: section.number("temperature") ?? 1,
            logistic: section["logistic"].flatMap(logistic),
            mostConfidence: section.number("most_confidence") ?? 1,
            leastLikeness: section.number("least_likeness"),
            confidenceAt98: section.number("confidence_at_98"),
            confidenceAt99: section.number("confidence_at_99")
        )
    }

    private func logistic(_ node: Node) -> Calibration.Logistic? {
        guard let section = Section(node, name: "logistic", keys: ["constant", "score", "lead"], log: log),
            let constant = section.number("constant"), let score = section.number("score"),
            let lead = section.number("lead")
        else { return nil }
        return Calibration.Logistic(constant: constant, score: score, lead: lead)
    }

    private func add(_ node: Node, to languages: inout [String: LanguageWeights]) {
        guard case .sequence(let entries) = node else {
            log.error(at: node, "intents should be a list: begin each with “- id: …”")
            return
        }
        for entry in entries {
            guard let section = Section(entry, name: "an intent", keys: ["id", "learned", "keywords"], log: log),
                let idNode = section.required("id", "such as order.where"), let id = section.text(of: idNode, "id"),
                let learned = section["learned"]
            else { continue }
            let keywords = section["keywords"]
            for (language, value) in Section.entries(of: learned, name: "learned", log: log) ?? [] {
                let name = language.text ?? ""
                guard languages[name] != nil else {
                    log.error(at: language, "there is no vocabulary for “\(name)” in this file")
                    continue
                }
                languages[name]?.labels.append(label(id, value, keywords?[name]))
            }
        }
    }

    private func label(_ id: String, _ node: Node, _ keywords: Node?) -> LearnedLabel {
        let section = Section(node, name: "learned", keys: ["examples", "base"], log: log)
        var weights: [String: Double] = [:]
        if let keywords {
            for (phrase, value) in Section.entries(of: keywords, name: "the keywords of \(id)", log: log) ?? [] {
                guard let text = phrase.text, let weight = value.text.flatMap(Double.init) else {
                    log.error(at: value, "the weight of “\(phrase.text ?? "")” should be a number such as 2 or -1.5")
                    continue
                }
                weights[text] = weight
            }
        }
        return LearnedLabel(
            id: id,
            examples: section?.integer("examples") ?? 0,
            base: section?.number("base") ?? 0,
            weights: weights
        )
    }

    /// What only shows once the words are looked at, at the line of the word.
    private func check(_ weights: LearnedWeights, at root: Node) {
        guard !log.hasErrors else { return }
        do throws(LexiconError) {
            _ = try IntentScorer(lexicon: .empty, weights: weights)
        } catch {
            log.error(at: place(of: error, in: root), "\(error)")
        }
    }

    /// The key that the error is about; a phrase that all intents share stands with the counts, or with the first intent
    /// that has it.
    private func place(of error: LexiconError, in root: Node) -> Node? {
        let entries = root["intents"]?.sequence?.filter { error.label == nil || $0["id"]?.text == error.label } ?? []
        let language = error.language ?? ""
        let lists = [root["vocabulary"]?[language]?["phrases"]] + entries.map { $0["keywords"]?[language] }
        let keys = (error.label == nil ? lists : Array(lists.dropFirst())).lazy.compactMap { list in
            list?.mapping?.first { $0.key.text == error.keyword }?.key
        }
        return keys.first ?? entries.first
    }
}

extension Section {
    fileprivate func number(_ key: String) -> Double? {
        number(key, "a number", Double.init)
    }

    fileprivate func integer(_ key: String) -> Int? {
        number(key, "a whole number", { Int($0) })
    }

    private func number<Value>(_ key: String, _ what: String, _ read: (String) -> Value?) -> Value? {
        guard let node = self[key] else { return nil }
        guard let value = node.text.flatMap(read) else {
            log.error(at: node, "“\(key)” should be \(what)")
            return nil
        }
        return value
    }
}
