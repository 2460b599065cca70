import Foundation
import Model
import Pipeline
import Testing

@Suite("Looking for uncertain mail in the Sent mailbox")
struct SentCheckTests {
    private struct Unreachable: Error {}

    private func uncertain(_ help: HelpDesk) async throws -> OutgoingMail {
        let mail = try await help.approvedReply()
        _ = await help.deliverer { _, willHandOver, _ in
            try? await willHandOver()
            return .unknown(answer: "The connection died after the final dot.")
        }.deliverDue()
        #expect(try await help.state(of: mail) == .uncertain)
        return mail
    }

    private func look(_ help: HelpDesk, isSent: @escaping @Sendable (OutgoingMail) async throws -> Bool) async -> Int {
        await SentCheck(store: help.store, isSent: isSent, now: { help.clock.now }, logger: HelpDesk.logger).look()
            .count
    }

    @Test("what is found there was sent")
    func found() async throws {
        let help = try HelpDesk()
        let mail = try await uncertain(help)
        #expect(await look(help) { $0.mail.messageID == mail.mail.messageID } == 1)
        #expect(try await help.state(of: mail) == .sent)
    }

    @Test("what is not found, or not to be asked for, waits for a person")
    func notFound() async throws {
        let help = try HelpDesk()
        let mail = try await uncertain(help)
        #expect(await look(help) { _ in false } == 0)
        #expect(await look(help) { _ in throw Unreachable() } == 0)
        #expect(try await help.state(of: mail) == .uncertain)
    }
}
