import Channels
import ConfigurationFiles
import Curl
import Foundation
import Model
import Pipeline
import Storage

extension Circumstances {
    /// What a command finds out beside a message, by the files as they are.
    ///
    /// - Parameter asksOthers: whether the look-ups of `config/lookups.yaml` are asked.
    init(
        _ configuration: LoadedConfiguration,
        _ settings: Settings,
        _ preparation: MessagePreparation,
        store: any Store,
        asksOthers: Bool
    ) throws {
        let rules = LiveRules(CommitmentRules(configuration, settings))
        guard asksOthers, !configuration.lookups.isEmpty else {
            self.init(store: store, rules: rules)
            return
        }
        let reactor = try Reactor()
        let secrets = SecretReader(environment: ProcessInfo.processInfo.environment)
        let lookups = LiveLookups(
            LookupClient(lookups: configuration.lookups, reactor: reactor, secrets: secrets, now: Program.now)
        )
        self.init(store: store, rules: rules) { question in
            await lookups.answers(to: question, needed: preparation.lookups(for: question))
        }
    }
}
