extension TelegramAPI {
    /// Seconds for which Telegram keeps a request open until there is something to tell.
    package static let longestPoll = 50
    /// Updates in one answer at most, by Telegram's rule.
    package static let largestPage = 100

    /// The number of the bot, which stands before the colon of its token and is no secret.
    package static func bot(of secret: String) -> String {
        secret.contains(":") ? String(secret.prefix { $0 != ":" }) : ""
    }

    /// `getUpdates`: what has come since, or within `patience` seconds from now.
    ///
    /// - Parameter offset: the number behind the last update that is durable here; Telegram then forgets the ones before.
    package func updates(from offset: String?, limit: Int, patience: Int = longestPoll, secret: String) -> APIRequest {
        .get("\(url("getUpdates", secret))?\(Self.query(offset, limit, patience))")
    }

    /// The same without the token, as it may be kept.
    package func shownURL(from offset: String?, limit: Int, patience: Int = longestPoll) -> String {
        "\(address)/getUpdates?\(Self.query(offset, limit, patience))"
    }

    /// `getWebhookInfo`: how many updates wait, and for whom.
    package func webhookInfo(secret: String) -> APIRequest {
        .get(url("getWebhookInfo", secret))
    }

    private static func query(_ offset: String?, _ limit: Int, _ patience: Int) -> String {
        let start = offset.map { "offset=\(APIRequest.percentEncoded($0))&" } ?? ""
        return "\(start)limit=\(limit)&timeout=\(patience)&allowed_updates=\(APIRequest.percentEncoded(kinds))"
    }

    /// What the unpacker knows. Telegram remembers the list until another is given.
    private static let kinds = #"["message","edited_message","callback_query"]"#
}
