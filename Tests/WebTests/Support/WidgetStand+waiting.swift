import Foundation
import Hummingbird
import HummingbirdTesting
import Pipeline
import Testing

@testable import Web

extension WidgetStand {
    /// Runs a test over sockets, so that every request has another end.
    func runLive(_ work: @Sendable (WidgetVisitor) async throws -> Void) async throws {
        try await scene.server.application().test(.live) { try await work(WidgetVisitor(client: $0)) }
    }

    /// Runs a test in which looks wait for news no longer than that.
    func run(patience: Duration, _ work: @Sendable (WidgetVisitor) async throws -> Void) async throws {
        let router = Router(context: DeskContext.self)
        WidgetRoutes(scene.server.widgets, scene.server.resources, patience: patience).add(to: router)
        try await Application(router: router).test(.router) { try await work(WidgetVisitor(client: $0)) }
    }

    /// Returns once a look waits for news.
    func untilLookWaits() async throws {
        let deadline = ContinuousClock.now + .seconds(10)
        while !scene.server.widgets.contains(where: { $0.waiting > 0 }) {
            try #require(ContinuousClock.now < deadline, "no look waits")
            try await Task.sleep(for: .milliseconds(2))
        }
    }
}
