import Model
import Scoring
import Yams

/// Reads the files of one lexicon: labels, each with weighted keywords by language.
///
/// Intents stand in any number of files below `config/intents`; the other lexicons in one file each.
struct LexiconReader {
    /// The key of the list, such as `intents`.
    let list: String
    /// What one of them is called in messages, such as `intent`.
    let noun: String
    let counting: Lexicon.Counting

    static let intents = Self(list: "intents", noun: "intent", counting: .once)
    static let labels = Self(list: "labels", noun: "label", counting: .everywhere)

    /// What the files give together.
    struct Result {
        /// nil where an error was found.
        var lexicon: Lexicon?
        /// Where each label begins.
        var places: [String: Place] = [:]
        var problems: [Problem] = []
    }

    struct Place: Hashable {
        var file: String
        var line: Int
    }

    func read(_ files: [ConfigurationFile]) -> Result {
        var result = Result()
        let builder = LexiconBuilder()
        for file in files {
            let log = ProblemLog(file)
            read(file, LabelReader(noun: noun, lexicon: builder, log: log), places: &result.places)
            result.problems += log.problems
        }
        if !result.problems.contains(where: { $0.severity == .error }) {
            result.lexicon = builder.lexicon(counting: counting)
        }
        return result
    }

    private func read(_ file: ConfigurationFile, _ reader: LabelReader, places: inout [String: Place]) {
        let log = reader.log
        guard let root = YAMLText.root(of: file.text, log: log),
            let section = Section(root, name: "the file", keys: [list], log: log),
            let node = section.required(list, "a list of \(list), each with id, title and keywords")
        else { return }
        guard case .sequence(let entries) = node else {
            return log.error(at: node, "\(list) should be a list: begin each with “- id: …”")
        }
        for entry in entries {
            guard let label = reader.label(entry) else { continue }
            let place = Place(file: file.path, line: entry.mark?.line ?? 1)
            guard let earlier = places.updateValue(place, forKey: label.id) else { continue }
            let other = earlier.file == file.path ? "" : ", also in \(earlier.file):\(earlier.line)"
            log.error(at: entry, "the \(noun) “\(label.id)” is given twice\(other): join the two")
        }
    }
}
