import Channels
import Model
import Pipeline

/// The way of each inbox's replies: a relay for mail, the provider's API for chats. One sender a channel for the life of the
/// program, since it is what a provider asks to rest.
struct Outlets: Sendable {
    private let inboxes: [InboxName: InboxSettings]
    private let senders: [InboxName: ChatSender]
    private let widgets: [InboxName: WidgetOutlet]
    private let channels: ChannelParts
    /// Where everything is put instead, for the demo.
    private let sink: MailFolder?

    init(_ program: Program, sink: MailFolder?) {
        let channels = program.channels
        inboxes = Dictionary(
            program.settings.inboxes.map { ($0.inbox.name, $0) },
            uniquingKeysWith: { first, _ in first }
        )
        let desk = program.settings.desk
        let publicURL = desk.publicURL == nil ? nil : desk.outsideURL
        senders = inboxes.compactMapValues { channels.sender(of: $0, publicURL: publicURL) }
        widgets = inboxes.compactMapValues { WidgetOutlet(of: $0, program) }
        self.channels = channels
        self.sink = sink
    }

    subscript(name: InboxName) -> InboxSettings? { inboxes[name] }

    /// One try; `Deliverer.HandOver`.
    func deliver(
        _ mail: OutgoingMail,
        willHandOver: @escaping @Sendable () async throws -> Void,
        partSent: @escaping @Sendable (SentPart) async throws -> Void
    ) async -> DeliveryOutcome {
        if let sink { return await sink.deliver(mail.mail, willHandOver: willHandOver) }
        switch mail.mail.form {
        case .chat:
            if let widget = widgets[mail.inbox] {
                return await widget.deliver(mail, willHandOver: willHandOver, partSent: partSent)
            }
            guard let sender = senders[mail.inbox] else {
                return .refused(answer: "The inbox \(mail.inbox) has no chat in the configuration to reply by.")
            }
            return await sender.deliver(mail, willHandOver: willHandOver, partSent: partSent)
        case .mail, .delivery:
            guard let relay = inboxes[mail.inbox].flatMap(channels.relay) else {
                return .refused(answer: "The inbox \(mail.inbox) has no smtp relay in the configuration.")
            }
            let isReply = mail.kind == .reply
            return await relay.deliver(mail.mail, wantsReports: isReply, willHandOver: willHandOver)
        }
    }
}
