import Channels
import Chat
import Foundation
import Logging
import Model
import Pipeline
import Storage

/// Builds what takes the deliveries of channels, and what takes them apart.
struct Webhooks {
    let program: Program
    /// Rung when there is a delivery to take apart.
    let deliveries: Bell
    let log: DeliveryLog

    init(program: Program) {
        self.program = program
        deliveries = Bell()
        let store = program.store
        log = DeliveryLog { try await store.accept($0, advancing: nil, at: Program.now()) }
    }

    var widgets: [ChatWidget] {
        Widgets(program: program, deliveries: deliveries, log: log).served()
    }

    /// nil where no channel has a webhook. One whose key cannot be had puts off what comes until it can.
    func receiver() -> WebhookReceiver? {
        var channels: [InboxName: WebhookReceiver.Channel] = [:]
        for inbox in program.settings.inboxes {
            guard case .channel(let channel) = inbox.source, channel.isCalled else { continue }
            let verifier = program.channels.verifier(of: channel)
            channels[inbox.inbox.name] = WebhookReceiver.Channel(
                sizeLimit: channel.sizeLimit,
                judge: { verifier.judge($0, at: $1) },
                refusal: { channel.provider.answer(to: $0) }
            )
        }
        guard !channels.isEmpty else { return nil }
        let deliveries = deliveries
        return WebhookReceiver(
            channels: channels,
            log: log,
            accepted: { deliveries.ring() },
            now: Program.now,
            logger: program.logger
        )
    }

    /// What finds deliveries that never came; nil where no provider tells.
    func reconciling() -> Reconciling? {
        let channels = program.settings.inboxes.compactMap { inbox in
            program.channels.reconciliation(
                of: inbox,
                store: program.store,
                publicURL: program.settings.desk.publicURL == nil ? nil : program.settings.desk.outsideURL,
                brought: { [deliveries] _ in deliveries.ring() },
                found: { $0.measure(as: inbox.inbox.name) },
                logger: program.logger
            )
        }
        return channels.isEmpty ? nil : Reconciling(channels: channels)
    }

    /// - Parameters:
    ///   - mailCame: tells the reader.
    ///   - threads: where deliveries are taken apart.
    func unpacking(mailCame: @escaping @Sendable () -> Void, on threads: BackgroundThreads) -> DeliveryUnpacking {
        let unpackers = program.settings.unpackers
        return DeliveryUnpacking(
            store: program.store,
            items: { delivery in
                guard let unpacker = unpackers[delivery.channel] else {
                    throw UnpackError("The channel \(delivery.channel) is no longer in the configuration.")
                }
                return try unpacker.items(of: delivery.request)
            },
            bell: deliveries,
            mailCame: mailCame,
            isPressed: { [log] in log.isPressed },
            threads: threads,
            now: Program.now,
            logger: program.logger
        )
    }
}

extension Settings {
    /// What takes the deliveries of each channel apart.
    var unpackers: [InboxName: DeliveryUnpacker] {
        var unpackers: [InboxName: DeliveryUnpacker] = [:]
        for inbox in inboxes {
            guard case .channel(let channel) = inbox.source else { continue }
            unpackers[inbox.inbox.name] = DeliveryUnpacker(channel, channel: inbox.inbox.name)
        }
        return unpackers
    }
}
