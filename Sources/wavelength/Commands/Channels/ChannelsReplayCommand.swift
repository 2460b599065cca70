import ArgumentParser
import Model
import Storage

struct ChannelsReplayCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "replay",
        abstract: "Run a stored delivery through verification and reading again, and say what came of it.",
        discussion: """
            Verified with the keys of today, by the clock of when it came. Telegram and Postmark prove themselves by a \
            secret in plain words, which is not kept: their deliveries cannot be verified again. What we asked for \
            ourselves (feeds, a polled bot, what was missing at Twilio) nobody signed. All of it is read again all the \
            same. Exit code 1 if it would be refused, or cannot be taken apart.
            """
    )

    @OptionGroup var options: ChannelsOptions

    @Flag(
        name: .long,
        help: ArgumentHelp(
            "Take what is new in it into the store; a delivery that was parked leaves the parked messages.",
            discussion: "It was verified when it came: a key that was replaced since does not stand in the way."
        )
    )
    var take = false

    @Argument(help: "The delivery's number.")
    var id: Int64

    func run() async throws {
        try await options.withProgram { program, configuration in
            let delivery = try await program.store.requireDelivery(id)
            let replay = DeliveryReplay(program: program, configuration: configuration, delivery: delivery)
            let verification = replay.verification()
            print("Delivery \(id) of \(delivery.channel): \(verification.sentence)")
            let items = try replay.items()
            for paragraph in try await replay.readings(of: items) { print(paragraph) }
            if take { print(try await replay.take(items)) }
            if case .refused = verification, !take { throw CommandFailure("It would be refused today.") }
        }
    }
}
