import Chat
import Foundation
import Logging
import Model

extension ChannelReconciliation {
    private static let week: TimeInterval = 7 * 86_400

    /// Postmark says of each mail whether our webhook took it. What failed for good is asked for once more.
    func reconcilePostmark() async throws -> Reconciled {
        let api = try PostmarkAPI(settings)
        let failed = try await listed(.failed, api)
        for mail in failed.mails { try await retry(mail, api) }
        let held = try await listed(.queued, api)
        guard failed.count + held.count > 0 else {
            return Reconciled(gap: 0, sentence: "Postmark has no mail for us that did not come.")
        }
        await parts.rest(Self.grace)
        let left = try await listed(.failed, api).count
        let stillHeld = try await listed(.queued, api).count
        return .postmark(failed: failed.count, left: left, held: stillHeld)
    }

    func listed(_ state: PostmarkAPI.State, _ api: PostmarkAPI) async throws -> (count: Int, mails: [String]) {
        let start = parts.now().addingTimeInterval(-Self.week)
        let request = api.mails(state, since: start, secret: try authority())
        return try PostmarkAPI.listed(await json(of: request, at: api.address, provider: "Postmark"))
    }

    /// One that Postmark will not send again stays in the list of those that failed.
    private func retry(_ mail: String, _ api: PostmarkAPI) async throws {
        let request = api.retry(mail, secret: try authority())
        do {
            _ = try await json(of: request, at: api.address, provider: "Postmark")
        } catch let error as AskError where error.kind != .token {
            parts.logger.warning("not sent again", metadata: ["mail": "\(mail)", "error": "\(error.description)"])
        }
    }
}

extension Reconciled {
    fileprivate static func postmark(failed: Int, left: Int, held: Int) -> Reconciled {
        let came = max(failed - left, 0)
        var words: [String] = []
        if came > 0 { words.append("\(came.counted("mail", "mails")) had not come and came now.") }
        if left > 0 {
            words.append(
                "\(left.counted("mail", "mails")) of the last week did not get through to our webhook, "
                    + "not even now: see Postmark's activity for the answer that it got."
            )
        }
        if held > 0 {
            words.append("Postmark holds \(held.counted("mail", "mails")) back: see the account there.")
        }
        return Reconciled(gap: left + held, fetched: came, sentence: words.joined(separator: " "))
    }
}
