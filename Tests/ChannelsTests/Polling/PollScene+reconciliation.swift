import Model
import Testing

@testable import Channels

extension PollScene {
    static func settings(_ provider: ChannelProvider, _ scene: PollScene) -> ChannelSettings {
        ChannelSettings(provider: provider, token: .environment("TOKEN"), api: scene.server.url)
    }

    static func reconciliation(
        _ settings: ChannelSettings,
        _ scene: PollScene,
        webhook: String? = "https://desk.test/channels/chat",
        parts: PollParts? = nil,
        brought: @escaping @Sendable (Int) -> Void = { _ in },
        found: @escaping @Sendable (Reconciled) -> Void = { _ in }
    ) throws -> ChannelReconciliation {
        try #require(
            ChannelReconciliation(
                name: name,
                settings: settings,
                webhook: webhook,
                parts: try parts ?? scene.parts(),
                custody: scene.store,
                brought: brought,
                found: found
            )
        )
    }
}
