import Channels
import ConfigurationFiles
import Curl
import Foundation
import Logging
import Model
import Pipeline
import Reading
import Replies
import ServiceLifecycle
import Storage
import Synchronization
import UnixSignals
import Web

/// The running program: every inbox, the reader, the deliverer and the desk, in the order in which they depend on each
/// other. SIGTERM and SIGINT end it within ten seconds.
struct Daemon {
    let program: Program
    let metrics: MetricsRegistry
    /// The operator's files, to be read again when they change.
    let folder: ConfigurationFolder
    /// Where mail is put instead of being sent, for the demo.
    var sink: MailFolder?
    /// Told the port once the desk is served.
    var onListening: @Sendable (Int) async -> Void = { _ in }

    func run() async throws {
        let outbox = Bell()
        let corrections = Bell()
        let promises = Bell()
        let acknowledger = try acknowledger(outbox: outbox)
        try await acknowledger.start()
        let group = ServiceGroup(
            configuration: try configuration(acknowledger, outbox: outbox, corrections: corrections, promises: promises)
        )
        try await group.run()
        await program.channels.reactor.shutdown()
        try await program.store.close()
    }

    private func configuration(
        _ acknowledger: Acknowledger,
        outbox: Bell,
        corrections: Bell,
        promises: Bell
    ) throws -> ServiceGroupConfiguration {
        let mail = Bell()
        let webhooks = Webhooks(program: program)
        let threads = BackgroundThreads(when: { [log = webhooks.log] in log.isCrowded })
        // Without a name a service is printed whole to get one, settings, lexicon and all.
        var services: [(String, any Service)] = [
            (
                "desk",
                try webServer(webhooks, outbox: outbox, corrections: corrections, promises: promises)
            ),
            ("deliverer", deliverer(bell: outbox)),
            ("sent check", sentCheck()),
            ("reader", reader(bell: mail, webhooks: webhooks.log, on: threads, acknowledger)),
            ("unpacking", webhooks.unpacking(mailCame: { mail.ring() }, on: threads)),
            ("reception", reception(mail: mail, deliveries: webhooks.deliveries)),
            ("configuration watch", configurationWatch()),
            ("learner", learner(bell: corrections)),
            ("promise keeper", PromiseKeeper(keeperParts(bell: promises))),
            ("limit keeper", LimitKeeper(keeperParts(bell: program.rulesChanged))),
        ]
        if let reconciling = webhooks.reconciling() { services.append(("reconciling", reconciling)) }
        var configuration = ServiceGroupConfiguration(
            services: services.map { .init(service: $1, serviceName: $0) },
            gracefulShutdownSignals: [.sigterm, .sigint],
            logger: program.logger
        )
        configuration.maximumGracefulShutdownDuration = .seconds(7)
        configuration.maximumCancellationDuration = .seconds(2)
        return configuration
    }

    private func keeperParts(bell: Bell) -> KeeperParts {
        KeeperParts(
            store: program.store,
            rules: program.rules,
            occasions: program.occasions,
            bell: bell,
            now: Program.now,
            logger: program.logger
        )
    }

    private func webServer(
        _ webhooks: Webhooks,
        outbox: Bell,
        corrections: Bell,
        promises: Bell
    ) throws -> WebServer {
        try WebServer(
            WebServer.Parts(
                desk: program.desk(
                    outboxChanged: {
                        outbox.ring()
                        promises.ring()
                    },
                    corrected: { corrections.ring() }
                ),
                settings: WebSettings(desk: program.settings.desk, timeZone: .current),
                preview: { body in
                    let rendering = DraftRendering(body)
                    return ReplyPreview(text: rendering.text, html: rendering.html)
                },
                charter: CharterFolder(root: folder.root).pages(),
                webhooks: webhooks.receiver(),
                widgets: webhooks.widgets,
                fetch: { try await program.fetchFile($0, from: $1) },
                connections: DescriptorLimit.connections(of: DescriptorLimit.raise()),
                metrics: metrics,
                now: Program.now,
                random: Program.random,
                logger: program.logger
            ),
            onListening: onListening
        )
    }

    private func reception(mail: Bell, deliveries: Bell) -> Reception {
        let lines = program.settings.inboxes.map { inbox in
            let (events, continuation) = AsyncStream.makeStream(
                of: SourceEvent.self,
                bufferingPolicy: .bufferingNewest(64)
            )
            let source = program.source(of: inbox) { event in
                switch event {
                case .took(let count) where count > 0: mail.ring()
                case .brought: deliveries.ring()
                default: break
                }
                continuation.yield(event)
            }
            return Reception.Line(settings: inbox, source: source, events: events)
        }
        return Reception(lines: lines, store: program.store, mailCame: {}, now: Program.now, logger: program.logger)
    }

    private func acknowledger(outbox: Bell) throws -> Acknowledger {
        let circumstances = program.circumstances
        return try Acknowledger(
            store: program.store,
            inboxes: program.settings.inboxes.map(\.inbox),
            limits: program.settings.automaticMail,
            likelyDay: { await circumstances.likelyDay(in: $0, at: $1) },
            token: program.token,
            nonce: Program.nonce,
            queued: { outbox.ring() },
            logger: program.logger
        )
    }

    private func reader(
        bell: Bell,
        webhooks: DeliveryLog,
        on threads: BackgroundThreads,
        _ acknowledger: Acknowledger
    ) -> Reader {
        let (preparation, circumstances) = (program.preparation, program.circumstances)
        return Reader(
            store: program.store,
            getReady: { preparation.value.getReady() },
            prepare: { message in
                try await preparation.value.prepare(message, at: Program.now(), circumstances: circumstances)
            },
            filed: { await acknowledger.acknowledge($0, filed: $1, inbox: $2) },
            bell: bell,
            isPressed: { webhooks.isPressed },
            threads: threads,
            now: Program.now,
            logger: program.logger
        )
    }

    private func configurationWatch() -> ConfigurationWatch {
        let (program, folder) = (program, folder)
        return ConfigurationWatch(
            folder: folder,
            weights: program.weights,
            store: program.store,
            apply: { try program.apply($0, $1) },
            now: Program.now,
            logger: program.logger
        )
    }

    /// What is learned is written to the file of weights, which the watch then puts in force.
    private func learner(bell: Bell) -> Learner {
        let (weights, folder) = (program.weights, folder)
        return Learner(
            store: program.store,
            live: program.preparation,
            learn: { lesson in
                guard try weights.current()?.isHeld != true, let lexicon = folder.load().lexicons?.intents else {
                    return false
                }
                try weights.save(await Teaching(lexicon: lexicon).file(from: lesson))
                return true
            },
            known: { (try? weights.current())?.newestCorrection ?? 0 },
            bell: bell,
            logger: program.logger
        )
    }

    private func deliverer(bell: Bell) -> Deliverer {
        let outlets = Outlets(program, sink: sink)
        let (channels, logger) = (program.channels, program.logger)
        return Deliverer(
            store: program.store,
            handOver: { await outlets.deliver($0, willHandOver: $1, partSent: $2) },
            delivered: { mail in await keepCopy(of: mail, outlets[mail.inbox], channels, logger) },
            bell: bell,
            now: Program.now,
            jitter: Program.jitter,
            logger: logger
        )
    }

    private func sentCheck() -> SentCheck {
        let inboxes = program.settings.inboxes
        let channels = program.channels
        return SentCheck(
            store: program.store,
            isSent: { mail in
                guard let inbox = inboxes.first(where: { $0.inbox.name == mail.inbox }),
                    let folder = channels.sentFolder(of: inbox)
                else { return false }
                return try await folder.holds(messageID: mail.mail.messageID)
            },
            now: Program.now,
            logger: program.logger
        )
    }
}

/// Puts a copy into the Sent mailbox where the inbox asks for it. The mail is sent; a copy that fails is a line in the
/// log.
private func keepCopy(of mail: OutgoingMail, _ inbox: InboxSettings?, _ channels: ChannelParts, _ logger: Logger) async
{
    guard let inbox, mail.mail.form == .mail, inbox.inbox.keepsSentCopy, let folder = channels.sentFolder(of: inbox)
    else { return }
    do {
        try await folder.append(mail.mail.raw, at: Program.now())
    } catch {
        logger.warning("no copy in the Sent mailbox", metadata: ["outgoing": "\(mail.id)", "error": "\(error)"])
    }
}
