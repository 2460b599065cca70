import ArgumentParser
import Model
import Storage

struct ChannelsDeliveriesCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "deliveries",
        abstract: "The deliveries of a channel, newest first: number, time, state, outcome."
    )

    @OptionGroup var options: ChannelsOptions

    @Option(name: .long, help: "Only those in this state.")
    var state: Delivery.State?

    @Option(name: .long, help: "At most so many.")
    var limit = 50

    @Argument(help: "The channel's name.")
    var name: String

    func validate() throws {
        guard limit > 0 else { throw ValidationError("--limit wants a number above 0.") }
    }

    func run() async throws {
        try await options.withProgram { program, _ in
            let channel = InboxName(name)
            let tallies = try await program.store.deliveryTallies().filter { $0.channel == channel }
            guard !tallies.isEmpty || program.settings.channel(channel) != nil else {
                throw CommandFailure("There is no channel \(name); `wavelength channels list` names them.")
            }
            for delivery in try await program.store.deliveries(of: channel, in: state, limit: limit) {
                print(ListedDelivery(delivery).forPeople)
            }
            let all = tallies.filter { state == nil || $0.state == state }.reduce(0) { $0 + $1.count }
            if all > limit { Terminal.complain("\(all - limit) more; see --limit.") }
        }
    }
}

extension Delivery.State: ExpressibleByArgument {}
