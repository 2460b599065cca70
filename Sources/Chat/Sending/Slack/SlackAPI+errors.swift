import Foundation

/// The errors that chat.postMessage documents.
extension SlackAPI {
    func meaning(ofError error: String, _ answer: APIAnswer, at now: Date) -> ChatAnswer {
        let said = error.asRemark
        switch error {
        case "ratelimited", "rate_limited", "message_limit_exceeded":
            return .limited(
                "Slack takes no more messages from us for the moment (\(said)).",
                retryAfter: answer.retryAfter(at: now)
            )
        case "service_unavailable", "request_timeout", "team_added_to_org", "org_login_required":
            return .later("Slack does not take messages for this workspace at the moment (\(said)).")
        case "internal_error", "fatal_error":
            // Slack: some aspect of the operation may have succeeded before the error was raised.
            return inDoubt("it reports \(said), and that part of the work may be done")
        default: break
        }
        if Self.tokenErrors.contains(error) { return .later(badToken(said).description) }
        return .refused(refusal(error, said))
    }

    static let tokenErrors: Set = [
        "access_denied", "accesslimited", "account_inactive", "ekm_access_denied", "enterprise_is_restricted",
        "invalid_auth", "missing_scope", "no_permission", "not_allowed_token_type", "not_authed",
        "team_access_not_granted", "token_expired", "token_revoked", "two_factor_setup_required",
    ]

    private func refusal(_ error: String, _ said: String) -> String {
        switch error {
        case "not_in_channel": "The app is not in that Slack channel. Invite it there, then approve the reply again."
        case "channel_not_found":
            "Slack knows no such channel, or the app may not see it. Invite the app, then approve the reply again."
        case "is_archived":
            "The Slack channel is archived, so nothing can be written there any more. Answer in another way."
        case "messages_tab_disabled":
            "Direct messages to the app are switched off in Slack. Switch on its messages tab, then approve the reply again."
        case "msg_too_long", "no_text":
            "Slack does not take a text of this length (\(said)). Edit the reply and approve it again."
        case _ where error.hasPrefix("restricted_action"):
            "The rules of the Slack workspace do not let the app write there (\(said)). Ask who runs it, or answer in another way."
        default: "Slack refused the reply (\(said))."
        }
    }
}
