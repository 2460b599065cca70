import Chat
import Foundation
import Model

/// How fast deliveries are verified and taken apart, and how the time grows with their size for those made to be hard on
/// whoever does that. Verifying is what strangers can make us do.
struct UnpackingBenchmark {
    func run() {
        rates()
        growth()
    }

    /// Ordinary deliveries, one message or mail each.
    private func rates() {
        Report.heading("Deliveries taken apart on one core")
        for delivery in OrdinaryDelivery.all {
            let unpacker = DeliveryUnpacker(ChannelSettings(provider: delivery.provider), channel: InboxName("chat"))
            keep(try? unpacker.items(of: delivery.request))
            let rounds = 300
            let time = Stopwatch.best { for _ in 0..<rounds { keep(try? unpacker.items(of: delivery.request)) } }
            let each = Stopwatch.microseconds(time, each: rounds)
            let size = delivery.request.body.count
            let text = String(
                format: "%6.1f µs each of %6d octets, %6.1f MB/s, %8.0f a second",
                each,
                size,
                Double(size) / each,
                1_000_000 / each
            )
            Report.line(delivery.name, text)
        }
    }

    private func growth() {
        var table = GrowthTable(
            "Hostile deliveries of 2 KB, 20 KB, 200 KB and 5 MB: ms, and growth of the time per octet",
            sizes: [2_000, 20_000, 200_000, 5_000_000],
            width: 52
        )
        for delivery in HostileDelivery.all {
            table.measure(delivery.name, delivery.make) { keep(delivery.work($0)) }
        }
        table.finish("kinds of hostile deliveries")
    }
}
