import Chat
import ConfigurationFiles
import Model
import Pipeline
import Storage

/// A stored delivery on its way through verification and reading once more.
struct DeliveryReplay {
    let program: Program
    let configuration: LoadedConfiguration
    let delivery: Delivery

    func verification() -> ReplayedVerification {
        ReplayedVerification(
            delivery,
            program.settings.channel(delivery.channel),
            verifier: program.channels.verifier
        )
    }

    /// What is in it by the settings of today.
    func items() throws -> [DeliveredItem] {
        guard let unpacker = program.settings.unpackers[delivery.channel] else {
            throw CommandFailure(
                "The channel \(delivery.channel) is not in the configuration: it cannot be taken apart."
            )
        }
        do {
            return try unpacker.items(of: delivery.request)
        } catch {
            throw CommandFailure("It cannot be taken apart: \(PrintableText(error.description).line)")
        }
    }

    /// A paragraph for each item: what would be read and drafted, as `inspect` says it, or the notice. Touches no store.
    func readings(of items: [DeliveredItem]) async throws -> [String] {
        let inspection = try Inspection(configuration, inbox: delivery.channel.rawValue, asksOthers: false)
        var paragraphs = items.isEmpty ? ["There is nothing in it."] : []
        for (index, item) in items.enumerated() {
            let place = "\(index + 1) of \(items.count)"
            switch item {
            case .notice(let text): paragraphs.append("\(place): notice: \(PrintableText(text).line)")
            case .receipt(let receipt):
                let words = PrintableText("\(receipt.number): \(receipt.sentence)").line
                paragraphs.append("\(place): receipt (\(receipt.state.rawValue)): \(words)")
            case .message(let message):
                let unread = UnreadMessage(inspecting: message.bytes, form: .chat, in: delivery.channel)
                paragraphs.append(try await inspected(unread, "\(place): message \(message.id)", by: inspection))
            case .mail(let id, let raw):
                let unread = UnreadMessage(inspecting: raw, in: delivery.channel)
                paragraphs.append(try await inspected(unread, "\(place): mail \(id)", by: inspection))
            }
        }
        return paragraphs
    }

    private func inspected(_ message: UnreadMessage, _ name: String, by inspection: Inspection) async throws -> String {
        PrintableText(try await inspection.inspect(message, named: name).forPeople).lines
    }

    /// Unpacks it durably; says what was new.
    func take(_ items: [DeliveredItem]) async throws -> String {
        let unpacked = UnpackedDelivery(delivery, items: items, at: Program.now())
        let taken = try await program.store.unpack([unpacked], at: Program.now()).joined()
        let state = try await program.store.requireDelivery(delivery.id.rawValue).state
        let lines = taken.map { entry in
            "\(entry.isNew ? "Taken" : "Known"): message \(entry.message), \(PrintableText(entry.origin.item).line)"
        }
        return (lines + ["Delivery \(delivery.id) is now \(state.rawValue): \(unpacked.outcome)"]).joined(
            separator: "\n"
        )
    }
}
