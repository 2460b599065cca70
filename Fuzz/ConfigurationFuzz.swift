import ConfigurationFiles
import Model
import Reading
import Scoring

/// A libFuzzer entry: any octets are a file that an operator may have edited. It is taken, or refused with a reason and
/// a line; what is taken can be read by.
///
/// The first octet chooses which file it is.
@_cdecl("LLVMFuzzerTestOneInput")
func fuzzConfiguration(_ start: UnsafePointer<UInt8>?, _ count: Int) -> Int32 {
    let octets = UnsafeBufferPointer(start: start, count: count)
    guard let choice = octets.first else { return 0 }
    let text = String(decoding: octets.dropFirst(), as: UTF8.self)
    let paths = [
        "config/intents/a.yaml", "config/asks.yaml", "config/signals.yaml", "config/wavelength.yaml",
        "templates/en/a.md", "templates/en/_closing.md",
    ]
    let place = Int(choice) % (paths.count + 1)
    if place < paths.count { load(paths[place], text) } else { readWeights(text) }
    return 0
}

private func load(_ path: String, _ text: String) {
    var files = [ConfigurationFile(path: path, text: text)]
    files.append(ConfigurationFile(path: "templates/en/_greeting.md", text: "Hello,"))
    let lists = ["config/intents/b.yaml": "intents", "config/asks.yaml": "labels"]
    for (other, list) in lists where other != path {
        files.append(ConfigurationFile(path: other, text: "\(list): [{id: b, keywords: {en: {where is: 2}}}]"))
    }
    let loaded = LoadedConfiguration(files: files, directories: Directories(root: "/", data: "/"))
    let lines = 1 + text.count { $0 == "\n" || $0 == "\r\n" || $0 == "\r" }
    for problem in loaded.problems where problem.file == path {
        demand(!problem.message.isEmpty && (0...lines).contains(problem.line), "\(problem)")
    }
    guard let lexicons = loaded.lexicons else {
        demand(loaded.problems.contains { $0.severity == .error }, "refused without a reason")
        return
    }
    try? use(MessageReader(lexicons))
}

private func readWeights(_ text: String) {
    do throws(WeightsFileError) {
        let file = try WeightsFile.read(ConfigurationFile(path: "weights.yaml", text: text))
        let again = try WeightsFile.read(ConfigurationFile(path: "weights.yaml", text: file.text))
        demand(again == file, "weights that change when they are written")
        let reader = try? MessageReader(ReadingLexicons(intents: .empty), weights: file.weights)
        guard let reader else { fatalError("weights that are taken and cannot be used") }
        use(reader)
    } catch {
        demand(!error.problems.isEmpty, "refused without a reason")
    }
}

private func use(_ reader: MessageReader) {
    for language in ["en", "de", "xx"] {
        let ranking = reader.ranking(of: "Where is my order 12? I am in a hurry!", language: language)
        demand(ranking.intents.allSatisfy { (0...1).contains($0.confidence) }, "\(ranking)")
        for intent in ranking.intents {
            demand(intent.evidence.reduce(intent.base) { $0 + $1.weight } == intent.score, "\(intent)")
        }
    }
}
