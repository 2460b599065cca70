package import Chat
package import Foundation
package import Logging
import Metrics
package import Model
import ServiceLifecycle
package import Storage

/// Takes deliveries apart into messages, which then go the way of all messages.
///
/// In charge of that every delivery becomes its messages or a parked message, whatever is in it: deliveries are claimed in
/// groups with the attempt counted beforehand, and the messages of a group are taken in one transaction. If that cannot be,
/// they are taken one delivery at a time, and the one that cannot be is parked with the reason. A stop is heeded between two
/// deliveries: what was taken apart is written, and the rest of the group given back uncounted.
package struct DeliveryUnpacking: Service {
    /// How much is taken apart at once, and how often it is tried.
    package struct Limits: Sendable {
        /// Deliveries that are claimed and written together.
        package var group: Int
        /// As many while senders wait for the store, which this work would keep from them for longer.
        package var pressedGroup: Int
        /// Attempts after which a delivery that stops the program is parked.
        package var attempts: Int

        package init(group: Int = 50, pressedGroup: Int = 16, attempts: Int = 3) {
            self.group = max(1, group)
            self.pressedGroup = max(1, pressedGroup)
            self.attempts = attempts
        }
    }

    private let store: any Store
    private let items: @Sendable (Delivery) async throws -> [DeliveredItem]
    private let bell: Bell
    private let mailCame: @Sendable () -> Void
    private let isPressed: @Sendable () -> Bool
    private let threads: (any TaskExecutor)?
    private let limits: Limits
    private let now: @Sendable () -> Date
    private let logger: Logger

    /// - Parameters:
    ///   - items: what is in a delivery; what it throws parks the delivery, and is shown to people.
    ///   - bell: rung when a delivery was accepted by this process.
    ///   - mailCame: tells the reader that there is something to read.
    ///   - isPressed: whether senders wait for the store, asked before each group.
    ///   - threads: where deliveries are taken apart; nil for where everything runs.
    package init(
        store: any Store,
        items: @escaping @Sendable (Delivery) async throws -> [DeliveredItem],
        bell: Bell,
        mailCame: @escaping @Sendable () -> Void,
        isPressed: @escaping @Sendable () -> Bool = { false },
        threads: (any TaskExecutor)? = nil,
        limits: Limits = Limits(),
        now: @escaping @Sendable () -> Date,
        logger: Logger
    ) {
        self.store = store
        self.items = items
        self.bell = bell
        self.mailCame = mailCame
        self.isPressed = isPressed
        self.threads = threads
        self.limits = limits
        self.now = now
        self.logger = logger
    }

    package func run() async throws {
        await withGracefulShutdownHandler {
            await withTaskExecutorPreference(threads) { await unpackUntilStopped() }
        } onGracefulShutdown: {
            bell.ring()
        }
    }

    private func unpackUntilStopped() async {
        while !Self.isStopping {
            let count = await unpackWaiting()
            if count == 0 { await bell.wait(atMost: .seconds(1)) }
        }
    }

    /// One group, or what a stop leaves time for. Returns how many deliveries were handed out; 0 also where the store has
    /// to be waited for.
    package func unpackWaiting() async -> Int {
        do {
            let limit = isPressed() ? limits.pressedGroup : limits.group
            let claimed = try await store.claimDeliveries(limit: limit, attempts: limits.attempts, at: now())
            guard !claimed.isEmpty else { return 0 }
            let (opened, left) = await open(claimed)
            let unwritten = await write(opened)
            await giveBack(unwritten + left.map(\.id))
            return unwritten.isEmpty ? claimed.count : 0
        } catch {
            // The program stops: nothing is wrong with the store.
            guard !Task.isCancelled else { return 0 }
            logger.error("unpacking waits for the store", metadata: ["error": "\(error)"])
            return 0
        }
    }

    private enum Opened {
        case unpacked(UnpackedDelivery)
        case unreadable(Delivery.ID, String)

        var unpacked: UnpackedDelivery? {
            if case .unpacked(let delivery) = self { delivery } else { nil }
        }
    }

    private enum Parking {
        /// It stands among the parked messages now, or does not and its attempt stays counted.
        case done
        /// The store has to be waited for.
        case wait
    }

    private static var isStopping: Bool {
        Task.isShuttingDownGracefully || Task.isCancelled
    }

    /// Each delivery as far as a stop leaves time, and those that it left.
    private func open(_ claimed: [Delivery]) async -> ([Opened], ArraySlice<Delivery>) {
        var opened: [Opened] = []
        for delivery in claimed {
            guard !Self.isStopping else { break }
            opened.append(await open(delivery))
            await Task.yield()
        }
        return (opened, claimed.dropFirst(opened.count))
    }

    private func open(_ delivery: Delivery) async -> Opened {
        do {
            return .unpacked(UnpackedDelivery(delivery, items: try await items(delivery), at: now()))
        } catch {
            return .unreadable(delivery.id, "\(error)")
        }
    }

    /// Takes the messages of all of them, and parks those that are unreadable. Returns those for which the store has to be
    /// waited.
    private func write(_ opened: [Opened]) async -> [Delivery.ID] {
        let unpacked = opened.compactMap(\.unpacked)
        var unwritten = await take(unpacked)
        for case .unreadable(let id, let reason) in opened {
            if await park(id, reason) == .wait { unwritten.append(id) }
        }
        return unwritten
    }

    /// Returns those for which the store has to be waited. A task of its own, which is not cancelled with this one: what
    /// was taken apart is written, stop or not.
    private func take(_ unpacked: [UnpackedDelivery]) async -> [Delivery.ID] {
        guard !unpacked.isEmpty else { return [] }
        do {
            let taken = try await Task { [store, now] in try await store.unpack(unpacked, at: now()) }.value
            count(taken.joined().filter(\.isNew))
            return []
        } catch let error as StoreError where error.isTransient {
            logger.error("unpacking waits for the store", metadata: ["error": "\(error)"])
            return unpacked.map(\.delivery)
        } catch {
            return await takeEach(unpacked, because: error)
        }
    }

    private func takeEach(_ unpacked: [UnpackedDelivery], because error: any Error) async -> [Delivery.ID] {
        if unpacked.count == 1 {
            let id = unpacked[0].delivery
            return await park(id, "What was found in it could not be taken: \(error)") == .wait ? [id] : []
        }
        logger.warning("a group could not be unpacked", metadata: ["error": "\(error)", "count": "\(unpacked.count)"])
        var unwritten: [Delivery.ID] = []
        for one in unpacked { unwritten += await take([one]) }
        return unwritten
    }

    private func count(_ taken: [Taken]) {
        guard !taken.isEmpty else { return }
        for (inbox, messages) in Dictionary(grouping: taken, by: \.origin.inbox) {
            Counter(label: "wavelength_messages_taken_total", dimensions: [("inbox", "\(inbox)")])
                .increment(by: messages.count)
        }
        mailCame()
    }

    private func park(_ id: Delivery.ID, _ reason: String) async -> Parking {
        logger.warning("delivery parked", metadata: ["delivery": "\(id)", "reason": "\(reason)"])
        do {
            let reason = ParkReason(.unreadable, reason)
            _ = try await Task { [store, now] in try await store.parkDelivery(id, reason: reason, at: now()) }.value
            return .done
        } catch {
            logger.error("a delivery could not be parked", metadata: ["delivery": "\(id)", "error": "\(error)"])
            return (error as? StoreError)?.isTransient == true ? .wait : .done
        }
    }

    /// In a task of its own, so that a stop does not look like what a delivery did.
    private func giveBack(_ deliveries: [Delivery.ID]) async {
        guard !deliveries.isEmpty else { return }
        do {
            try await Task { [store] in try await store.giveBackDeliveries(deliveries) }.value
        } catch {
            logger.error("deliveries could not be given back", metadata: ["error": "\(error)"])
        }
    }
}
