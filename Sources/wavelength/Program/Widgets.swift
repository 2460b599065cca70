import Channels
import Foundation
import Model
import Pipeline

/// The chat widgets of the inboxes that have one: what serves them, and the way of their replies.
struct Widgets {
    let program: Program
    /// Rung when there is a delivery to take apart.
    let deliveries: Bell
    /// The way of deliveries into the store.
    let log: DeliveryLog

    func served() -> [ChatWidget] {
        program.settings.inboxes.compactMap { settings in
            guard case .widget(let channel)? = settings.inbox.channel?.provider else { return nil }
            return ChatWidget(parts(settings, channel))
        }
    }

    private func parts(_ settings: InboxSettings, _ channel: WidgetChannel) -> ChatWidget.Parts {
        let (program, deliveries, log, inbox) = (program, deliveries, log, settings.inbox)
        return ChatWidget.Parts(
            inbox: { program.rules.value.inboxes[inbox.name] ?? inbox },
            channel: channel,
            url: program.settings.desk.widgetURL(of: inbox.name),
            sendsMail: settings.relay != nil && !inbox.sender.address.isEmpty,
            store: program.store,
            accept: { delivery in
                let acceptance = try await log.accept(delivery)
                deliveries.ring()
                return acceptance
            },
            likelyDay: { await program.circumstances.likelyDay(in: $0, at: $1) },
            token: program.token,
            news: program.widgetNews,
            now: Program.now,
            logger: program.logger
        )
    }
}

extension WidgetOutlet {
    /// nil where an inbox has no widget.
    init?(of settings: InboxSettings, _ program: Program) {
        guard case .widget(let channel)? = settings.inbox.channel?.provider else { return nil }
        let relay = program.channels.relay(of: settings).map { relay -> Relay in
            // The reply counts as handed over before the mail is begun.
            { mail in await relay.deliver(mail, willHandOver: {}) }
        }
        self.init(
            inbox: settings.inbox,
            channel: channel,
            store: program.store,
            relay: relay,
            token: program.token,
            news: program.widgetNews,
            now: Program.now
        )
    }
}
