import ArgumentParser
import Model
import Storage

struct ChannelsListCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "list",
        abstract: "Each channel: where it is called, what it delivered, and the newest delivery with its outcome."
    )

    @OptionGroup var options: ChannelsOptions

    @Flag(name: .long, help: "Print one line of JSON.")
    var json = false

    func run() async throws {
        try await options.withProgram { program, _ in
            let summaries = try await summaries(program)
            if json {
                print(try Terminal.json(summaries))
            } else if summaries.isEmpty {
                Terminal.complain("No inbox in the configuration is a channel.")
            } else {
                print(summaries.map(\.forPeople).joined(separator: "\n"))
            }
        }
    }

    /// The channels of the configuration, then those that only the store still knows.
    private func summaries(_ program: Program) async throws -> [ChannelSummary] {
        let tallies = try await program.store.deliveryTallies()
        let configured = program.settings.channels.map(\.name)
        let former = Set(tallies.map(\.channel)).subtracting(configured).sorted { $0.rawValue < $1.rawValue }
        var summaries: [ChannelSummary] = []
        for name in configured + former {
            summaries.append(
                ChannelSummary(
                    name: name,
                    settings: program.settings.channel(name),
                    outsideURL: program.settings.desk.outsideURL,
                    tallies: tallies,
                    newest: try await program.store.deliveries(of: name, in: nil, limit: 1).first,
                    contradictions: try await program.store.contradictions(in: name)
                )
            )
        }
        return summaries
    }
}
