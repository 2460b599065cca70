import ArgumentParser
import ConfigurationFiles
import Foundation
import Model
import Pipeline
import Reading
import Scoring
import StorageSQLite

struct IntentsTrainCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "train",
        abstract: "Learn weights from everything that people corrected and released.",
        discussion: """
            The same log gives the same weights. They are kept as the next version in weights/versions below the data \
            folder and are in force at once, in a running daemon too. Weights that were held are learned again.
            """
    )

    @OptionGroup var files: IntentOptions

    @Option(name: .long, help: "The most weights for an intent and language.")
    var keep = 200

    func run() async throws {
        let store = try DataFolder(existing: files.data.path).openStore()
        let examples = try await store.labelledMessages(limit: Learner.mostExamples)
        let newest = try await store.newestCorrection()
        try await store.close()
        guard !examples.isEmpty else {
            throw CommandFailure(
                "There is nothing to learn from yet: nobody has corrected an intent or released a drafted reply."
            )
        }
        let lesson = Learner.Lesson(examples: examples, newest: newest)
        let file = await Teaching(lexicon: try files.lexicons().intents, keep: keep).file(from: lesson)
        let number = try files.weights.save(file)
        print("Version \(number): \(file.weights.count) weights, \(file.note). In force.")
    }
}

struct IntentsVersionsCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "versions",
        abstract: "Every version of the learned weights, oldest first."
    )

    @OptionGroup var data: DataOptions

    func run() throws {
        let folder = WeightsFolder(data: data.path)
        let current = try folder.current()
        let versions = try folder.versions()
        guard !versions.isEmpty else { return print("Nothing was learned yet.") }
        let inForce = versions.last { $0.file == current }?.number
        for version in versions {
            let mark = version.number == inForce ? "\tin force" : ""
            let held = version.file.isHeld ? ", held" : ""
            print("\(version.number)\t\(version.file.weights.count) weights\t\(version.file.note)\(held)\(mark)")
        }
    }
}

struct IntentsRestoreCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "restore",
        abstract: "Put a version of the learned weights in force again.",
        discussion: "It is held, so that it is not learned over: `wavelength intents train` learns again."
    )

    @OptionGroup var data: DataOptions
    @Argument(help: "The number, as `wavelength intents versions` shows it.") var number: Int

    func run() throws {
        let made = try WeightsFolder(data: data.path).restore(number)
        print("Version \(number) is in force again, as version \(made), and held.")
    }
}
