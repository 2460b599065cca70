import ArgumentParser
import Model
import Storage

struct ChannelsShowCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "show",
        abstract: "One delivery as it came: request, header fields, body as text, and everything that happened to it.",
        discussion: """
            Header fields that carry a secret in plain words are not kept, and so not shown. In the body the values of \
            token, secret, password and the like are shown as …; they are kept, since the signature is over them.
            """
    )

    @OptionGroup var options: ChannelsOptions

    @Argument(help: "The delivery's number.")
    var id: Int64

    func run() async throws {
        try await options.withProgram { program, _ in
            let delivery = try await program.store.requireDelivery(id)
            let history = try await program.store.history(of: delivery.id)
            print(ShownDelivery(delivery: delivery, history: history).text)
        }
    }
}

extension DeliveryStore {
    func requireDelivery(_ id: Int64) async throws -> Delivery {
        guard let delivery = try await delivery(Delivery.ID(rawValue: id)) else {
            throw CommandFailure("There is no delivery \(id).")
        }
        return delivery
    }
}
