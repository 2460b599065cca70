import Synchronization

/// The preparation in force, which changes while the program runs: when an operator's files change, when weights are
/// learned. Each message is prepared by one of them from beginning to end.
package final class LivePreparation: Sendable {
    private let current: Mutex<MessagePreparation>

    package init(_ preparation: MessagePreparation) {
        current = Mutex(preparation)
    }

    package var value: MessagePreparation {
        current.withLock { $0 }
    }

    func update(_ change: (MessagePreparation) -> MessagePreparation) {
        current.withLock { $0 = change($0) }
    }

    package func replace(by preparation: MessagePreparation) {
        current.withLock { $0 = preparation }
    }
}
