import ArgumentParser
import ConfigurationFiles
import Foundation
import Model

struct InspectCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "inspect",
        abstract: "Show what would be read from mail files, and what would be drafted. Touches no store.",
        discussion: """
            Needs config/intents/ and templates/; with config/wavelength.yaml the inbox's own addresses, language and \
            signature are used. With --json one line of JSON for each file.
            """
    )

    @OptionGroup var root: RootOptions

    @Option(name: .long, help: "Read as mail of this inbox. Default: the first one configured.")
    var inbox: String?

    @Flag(name: .long, help: "One line of JSON for each file.")
    var json = false

    @Argument(help: "RFC 5322 files; - is standard input.")
    var files: [String]

    @Flag(name: .long, help: "Ask the look-ups of config/lookups.yaml.")
    var lookups = false

    func run() async throws {
        let directories = Directories(root: root.path, data: root.path)
        let configuration = ConfigurationFolder(directories).load()
        let inspection = try Inspection(configuration, inbox: inbox, asksOthers: lookups)
        var failures = 0
        for file in files {
            do {
                let mail = UnreadMessage(inspecting: try bytes(of: file), in: inspection.inbox)
                let result = try await inspection.inspect(mail, named: file)
                print(json ? try Terminal.json(result) : result.forPeople)
            } catch let failure as CommandFailure {
                Terminal.complain(failure.sentence)
                failures += 1
            }
        }
        guard failures == 0 else { throw CommandFailure("\(failures) of \(files.count) files could not be read.") }
    }

    private func bytes(of file: String) throws -> [UInt8] {
        if file == "-" { return [UInt8](try FileHandle.standardInput.readToEnd() ?? Data()) }
        guard let data = FileManager.default.contents(atPath: file) else {
            throw CommandFailure("\(file) cannot be read.")
        }
        return [UInt8](data)
    }
}
