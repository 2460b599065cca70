import ArgumentParser
import Foundation

/// The command line: `wavelength COMMAND`. Exit codes: 0 done, 1 failed, 2 bad usage.
@main
struct Wavelength: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "wavelength",
        abstract: "Turns support mail into replies written from the customer's side, and lets a person send them.",
        discussion: "Exit codes: 0 done, 1 failed, 2 bad usage.",
        version: "0.1.0",
        subcommands: [
            RunCommand.self, DemoCommand.self, CheckCommand.self, ImportCommand.self, InspectCommand.self,
            IntentsCommand.self, TemplatesCommand.self, LintCommand.self, DraftsCommand.self, UserCommand.self,
            ChannelsCommand.self, ProveCommand.self,
        ]
    )

    static func main() async {
        // A browser, relay or pipe that goes away is an error of that one write, not the end of the program.
        signal(SIGPIPE, SIG_IGN)
        do {
            var command = try parseAsRoot()
            if var command = command as? any AsyncParsableCommand {
                try await command.run()
            } else {
                try command.run()
            }
        } catch let failure as CommandFailure {
            Terminal.complain(failure.sentence)
            Foundation.exit(1)
        } catch {
            finish(with: error)
        }
    }

    /// Help and version end well; what cannot be parsed is bad usage; all else has failed.
    private static func finish(with error: any Error) -> Never {
        let code = exitCode(for: error)
        let text = fullMessage(for: error)
        switch code {
        case .success:
            print(text)
            Foundation.exit(0)
        case .validationFailure:
            Terminal.complain(text)
            Foundation.exit(2)
        default:
            if !text.isEmpty { Terminal.complain(text) }
            Foundation.exit(1)
        }
    }
}

/// What a command could not do, in one sentence for the person at the terminal.
struct CommandFailure: Error {
    var sentence: String

    init(_ sentence: String) {
        self.sentence = sentence
    }
}
