import Chat
import Foundation
import Model

/// A body that does its worst to whoever verifies a delivery or takes it apart, in any size.
struct HostileDelivery: Sendable {
    let name: String
    /// About so many octets.
    let make: @Sendable (Int) -> [UInt8]
    /// Whether something came of it.
    let work: @Sendable ([UInt8]) -> Bool

    static let all = json + messages + forms + mails + strangers

    /// The body taken apart as a delivery of that provider.
    init(
        _ name: String,
        _ provider: ChannelProvider,
        type: String = "application/json",
        _ make: @escaping @Sendable (Int) -> [UInt8]
    ) {
        let unpacker = DeliveryUnpacker(ChannelSettings(provider: provider), channel: InboxName("chat"))
        self.init("\(provider.name): \(name)", make) { body in
            let fields = [HeaderField(name: "Content-Type", value: type)]
            return (try? unpacker.items(of: ReceivedRequest(url: "https://a.example", fields: fields, body: body)))
                != nil
        }
    }

    init(
        _ name: String,
        _ make: @escaping @Sendable (Int) -> [UInt8],
        work: @escaping @Sendable ([UInt8]) -> Bool
    ) {
        self.name = name
        self.make = make
        self.work = work
    }

    /// The unit as often as it fits, `#` for the number of the time, between a beginning and an end.
    static func around(_ start: String, _ unit: String, _ end: String) -> @Sendable (Int) -> [UInt8] {
        { size in Array(start.utf8) + HostileMail.repeated(unit, to: size) + Array(end.utf8) }
    }
}
