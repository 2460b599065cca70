import Chat
import Model

extension ChatSender {
    /// Asks the provider who we are, for `wavelength check`; its answer, in a sentence.
    package func probe() async throws(ChannelError) -> String {
        let api: any ReplyAPI
        do { api = try self.api.get() } catch { throw ChannelError(error) }
        let secret = try secrets.read(for: api)
        guard let request = api.introduction(secret: secret) else { return try unasked(api, secret) }
        switch await exchange.answer(to: request, at: api.address) {
        case .failure(let error): throw ChannelError(error, from: api.address.description)
        case .success(let answer):
            do { return try api.identity(in: answer) } catch { throw ChannelError(error) }
        }
    }

    /// Where whatever is sent is a reply, only the key can be tried.
    private func unasked(_ api: any ReplyAPI, _ secret: String) throws(ChannelError) -> String {
        let reply = ChatReply(place: ChatPlace(chat: ""), parts: [""])
        let part = ReplyPart(1, of: reply, messageID: "", writtenAt: now())
        do { _ = try api.request(for: part, secret: secret, at: now()) } catch { throw ChannelError(error) }
        return "Replies are posted to \(api.address) and signed; nothing was posted to try it"
    }
}

extension SecretReader {
    /// What authorises replies; throws where it is not configured or cannot be had.
    func read(for api: any ReplyAPI) throws(ChannelError) -> String {
        guard let reference = api.secret else {
            throw .configuration(
                "The channel has nothing that authorises replies to \(api.address) in its configuration."
            )
        }
        return try read(reference)
    }
}

extension ChannelError {
    init(_ error: ReplyError) {
        switch error.kind {
        case .token: self = .authentication(error.description)
        case .configuration, .content: self = .configuration(error.description)
        case .passing: self = .connection(error.description)
        }
    }
}
