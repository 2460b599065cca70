import Foundation
import Model

/// What `channels list` says of one channel, in the keys of its JSON.
struct ChannelSummary: Encodable {
    var name: String
    /// null where the channel is no longer in the configuration.
    var provider: String?
    /// Where its sender calls, or where the page of a widget is; null where we ask.
    var address: String?
    var received: Int
    var unpacked: Int
    var parked: Int
    /// Deliveries that came under the number of another one with other bytes.
    var contradictions: Int
    /// null where nothing came yet.
    var newest: ListedDelivery?

    init(
        name: InboxName,
        settings: ChannelSettings?,
        outsideURL: String,
        tallies: [DeliveryTally],
        newest: Delivery?,
        contradictions: Int
    ) {
        func count(_ state: Delivery.State) -> Int {
            tallies.first { $0.channel == name && $0.state == state }?.count ?? 0
        }
        self.name = name.rawValue
        provider = settings?.provider.name
        address = settings.flatMap { settings in
            if case .widget = settings.provider { return "\(outsideURL)/widget/\(name)" }
            return settings.isCalled ? outsideURL + settings.webhookPath(of: name) : nil
        }
        received = count(.received)
        unpacked = count(.unpacked)
        parked = count(.parked)
        self.contradictions = contradictions
        self.newest = newest.map(ListedDelivery.init)
    }

    func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: Key.self)
        try container.encode(name, forKey: .name)
        try container.encode(provider, forKey: .provider)
        try container.encode(address, forKey: .address)
        try container.encode(received, forKey: .received)
        try container.encode(unpacked, forKey: .unpacked)
        try container.encode(parked, forKey: .parked)
        try container.encode(contradictions, forKey: .contradictions)
        try container.encode(newest, forKey: .newest)
    }

    private enum Key: CodingKey {
        case name, provider, address, received, unpacked, parked, contradictions, newest
    }
}

extension ChannelSummary {
    /// The same for a person.
    var forPeople: String {
        let contradicting = contradictions == 0 ? "" : ", \(contradictions) contradicting another"
        return """
            \(name)\t\(provider ?? "no longer configured")\t\(address ?? "is asked by us")
              deliveries: \(unpacked) unpacked, \(parked) parked, \(received) waiting\(contradicting)
              newest: \(newest?.forPeople ?? "none yet")
            """
    }
}
