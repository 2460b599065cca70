import Foundation
package import Logging
package import Model
import ServiceLifecycle
package import Storage

/// Learns from what people say messages are about: at once in the preparation that is in force, and from the whole log a
/// little later, when nobody has corrected anything for some seconds.
package struct Learner: Service {
    /// Weights learned from the whole log.
    package struct Lesson: Sendable {
        package var examples: [LabelledMessage]
        /// The newest correction among them.
        package var newest: Correction?

        package init(examples: [LabelledMessage], newest: Correction?) {
            self.examples = examples
            self.newest = newest
        }
    }

    private let store: any Store
    private let live: LivePreparation
    /// Learns from the whole log and puts the result in force; false where the weights are held as they are.
    private let learn: @Sendable (Lesson) async throws -> Bool
    /// The number of the newest correction that the weights in force know.
    private let known: @Sendable () -> Int64
    private let bell: Bell
    private let quiet: Duration
    private let logger: Logger

    /// More examples than this change little and take long.
    package static let mostExamples = 50_000

    /// - Parameters:
    ///   - bell: rung when somebody corrected something in this process.
    ///   - quiet: how long to wait for the next correction before learning from them all.
    package init(
        store: any Store,
        live: LivePreparation,
        learn: @escaping @Sendable (Lesson) async throws -> Bool,
        known: @escaping @Sendable () -> Int64,
        bell: Bell,
        quiet: Duration = .seconds(3),
        logger: Logger
    ) {
        self.store = store
        self.live = live
        self.learn = learn
        self.known = known
        self.bell = bell
        self.quiet = quiet
        self.logger = logger
    }

    package func run() async throws {
        await cancelWhenGracefulShutdown {
            await watch()
        }
    }

    private func watch() async {
        var learned = Correction.ID(rawValue: known())
        var seen = learned
        while !Task.isCancelled {
            do {
                guard let newest = try await store.newestCorrection(), newest.id != learned else {
                    await bell.wait(atMost: .seconds(1))
                    continue
                }
                if newest.id != seen {
                    seen = newest.id
                    try await learnAtOnce(newest)
                    await bell.wait(atMost: quiet)
                } else {
                    try await learnAll()
                    learned = newest.id
                }
            } catch {
                guard !Task.isCancelled else { return }
                logger.error("nothing was learned", metadata: ["error": "\(error)"])
                try? await Task.sleep(for: .seconds(30))
            }
        }
    }

    /// The correction alone, in memory, so that the next message is read by it.
    private func learnAtOnce(_ correction: Correction) async throws {
        guard let reading = try await store.message(correction.message)?.reading else { return }
        guard let intent = correction.intents.first else { return }
        live.update { $0.corrected(reading.newText, language: reading.language, intent: intent) }
    }

    /// Everything that people have said so far. Also what the command does.
    @discardableResult
    package func learnAll() async throws -> Bool {
        let lesson = Lesson(
            examples: try await store.labelledMessages(limit: Self.mostExamples),
            newest: try await store.newestCorrection()
        )
        let isLearned = try await learn(lesson)
        if isLearned { logger.notice("learned", metadata: ["examples": "\(lesson.examples.count)"]) }
        return isLearned
    }
}
