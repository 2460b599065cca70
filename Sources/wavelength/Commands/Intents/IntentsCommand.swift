import ArgumentParser
import ConfigurationFiles
import Foundation
import Model
import Reading
import Scoring

struct IntentsCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "intents",
        abstract: "Look into the keywords that messages are read by, try an edit on the past, and learn.",
        subcommands: [
            IntentsExplainCommand.self, IntentsTryCommand.self, IntentsSuggestCommand.self, IntentsTrainCommand.self,
            IntentsVersionsCommand.self, IntentsRestoreCommand.self, IntentsEvalCommand.self,
        ]
    )
}

/// Where the keywords and the learned weights of an installation are.
struct IntentOptions: ParsableArguments {
    @OptionGroup var root: RootOptions
    @OptionGroup var data: DataOptions

    var weights: WeightsFolder {
        WeightsFolder(data: data.path)
    }

    /// The lists of keywords, with these files in place of those of the same name.
    func lexicons(with files: [ConfigurationFile] = []) throws -> ReadingLexicons {
        let directories = Directories(root: root.path, data: data.path)
        let configuration = ConfigurationFolder(directories).load(with: files)
        guard let lexicons = configuration.lexicons else { throw configuration.failure }
        return lexicons
    }

    /// Reads as the daemon would.
    func reader(with files: [ConfigurationFile] = []) throws -> MessageReader {
        try MessageReader(
            try lexicons(with: files),
            weights: try weights.current()?.weights ?? LearnedWeights(),
            wordList: WordLists.installed
        )
    }
}
