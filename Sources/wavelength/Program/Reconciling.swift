import Channels
import ServiceLifecycle

/// Holds what providers list against what came, channel by channel, while the program runs.
struct Reconciling: Service {
    let channels: [ChannelReconciliation]

    func run() async throws {
        await cancelWhenGracefulShutdown {
            await withDiscardingTaskGroup { group in
                for channel in channels {
                    group.addTask { await channel.run() }
                }
            }
        }
    }
}
