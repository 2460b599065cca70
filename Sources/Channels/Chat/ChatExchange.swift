import Chat
package import Curl
import Model

/// One request to a provider's API over libcurl. Redirects are never followed, and nothing is sent a second time.
package struct ChatExchange: Sendable {
    /// An answer is small, and should come in seconds; after that it is better to look than to wait.
    package static let usualLimits = HTTPLimits(
        connect: .seconds(10),
        total: .seconds(30),
        idle: .seconds(20),
        bodyBytes: 256 << 10
    )

    private let reactor: Reactor
    private let limits: HTTPLimits

    init(reactor: Reactor, limits: HTTPLimits) {
        self.reactor = reactor
        self.limits = limits
    }

    func answer(to request: APIRequest, at address: APIAddress) async -> Result<APIAnswer, CurlError> {
        do throws(CurlError) {
            let response = try await reactor.exchange(http(request, at: address))
            let fields = response.fields.map { HeaderField(name: $0.name, value: $0.value) }
            // A body that breaks off takes nothing back from the status.
            let body = try? await response.body.collect()
            return .success(APIAnswer(status: response.status, fields: fields, body: body))
        } catch {
            return .failure(error)
        }
    }

    private func http(_ request: APIRequest, at address: APIAddress) -> HTTPRequest {
        HTTPRequest(
            request.method,
            request.url,
            fields: request.fields.map { HTTPRequest.Field($0.name, $0.value) },
            body: request.body,
            limits: limits,
            proxy: address.isPlaintext ? .none : .environment,
            allowsPlaintext: address.isPlaintext,
            usesOwnConnection: true
        )
    }
}

extension CurlError {
    /// What a request without an answer means: whether the provider may have it depends on how far it came.
    func meaning(for api: any ReplyAPI) -> ChatAnswer {
        let sentence = ChannelError(self, from: api.address.description).sentence
        return phase == .exchanging && kind != .invalidRequest ? api.inDoubt(sentence) : .later(sentence)
    }
}
