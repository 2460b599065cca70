import Chat
import Model

extension ChatSender {
    /// Asks the provider who we are, for `wavelength check`; its answer, in a sentence.
    package func probe() async throws(ChannelError) -> String {
        let api: any ReplyAPI
        do { api = try self.api.get() } catch { throw ChannelError(error) }
        let secrets = try self.secrets.all(for: api)
        guard let request = api.introduction(secret: secrets.token) else { return try unasked(api, secrets.token) }
        switch await exchange.answer(to: secrets.proven(request), at: api.address) {
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

/// The secrets that requests to an API are made with.
struct APISecrets: Sendable {
    /// What authorises them.
    var token: String
    /// What they prove to know besides; nil where no proof is wanted.
    var proofKey: String?

    func proven(_ request: APIRequest) -> APIRequest {
        proofKey.map { request.proving(token: token, by: $0) } ?? request
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

    /// Throws as `read` does.
    func all(for api: any ReplyAPI) throws(ChannelError) -> APISecrets {
        let token = try read(for: api)
        guard let key = api.proofKey else { return APISecrets(token: token) }
        return APISecrets(token: token, proofKey: try read(key))
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
