import ConfigurationFiles
import Foundation
import Logging
import Model
import ServiceLifecycle
import Storage

/// Takes up changes of the operator's files while the program runs.
///
/// In charge of that a mistake changes nothing: what cannot be used leaves the last good version in force, and raises an
/// alert that names file, line and reason until the file is mended. Inboxes and the desk's address stay as they were at
/// start: what of them was changed is named.
struct ConfigurationWatch: Service {
    let folder: ConfigurationFolder
    let weights: WeightsFolder
    let store: any Store
    /// Puts a configuration in force, and says what in it waits for a new start.
    let apply: @Sendable (LoadedConfiguration, WeightsFile?) throws -> [String]
    let now: @Sendable () -> Date
    let logger: Logger

    private static let pause = Duration.seconds(1)
    private static let subject = "configuration"

    func run() async throws {
        await cancelWhenGracefulShutdown {
            // Started anew, it uses what is there: an alert of the run before is over.
            await settle(nil)
            await watch(since: stamps)
        }
    }

    private var stamps: [FileStamp] {
        folder.stamps(and: [weights.currentPath])
    }

    private func watch(since first: [FileStamp]) async {
        var known = first
        while (try? await Task.sleep(for: Self.pause)) != nil {
            let stamps = stamps
            guard stamps != known else { continue }
            known = stamps
            await takeUp(folder.load())
        }
    }

    private func takeUp(_ configuration: LoadedConfiguration) async {
        let errors = configuration.problems.filter { $0.severity == .error }
        guard errors.isEmpty, configuration.isUsable else { return await refuse(errors) }
        do {
            let waiting = try apply(configuration, try weights.current())
            logger.notice("changed files are in force")
            if !waiting.isEmpty {
                let names = waiting.joined(separator: ", ")
                logger.warning("some changes wait until the program is started anew", metadata: ["changed": "\(names)"])
            }
            for problem in configuration.problems {
                logger.warning("configuration", metadata: ["problem": "\(problem)"])
            }
            await settle(nil)
        } catch {
            await settle("The changed files cannot be used: \(error.sentence) The last good version stays in force.")
        }
    }

    private func refuse(_ errors: [Problem]) async {
        for problem in errors {
            logger.error("changed files are not taken up", metadata: ["problem": "\(problem)"])
        }
        let more = errors.count > 1 ? " (and \(errors.count - 1) more: see `wavelength check --offline`)" : ""
        let first = errors.first.map { "\($0.file):\($0.line): \($0.message)" } ?? "no settings"
        await settle("\(first)\(more). The last good version stays in force.")
    }

    /// Raises the alert with this text, or clears it.
    private func settle(_ text: String?) async {
        do {
            guard let text else { return try await store.clearAlert(.configurationBroken, subject: Self.subject) }
            try await store.raise(
                Alert(kind: .configurationBroken, subject: Self.subject, text: text, since: now())
            )
        } catch {
            logger.error("an alert could not be kept", metadata: ["error": "\(error)"])
        }
    }
}
