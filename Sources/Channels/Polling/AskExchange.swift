import Chat
import Curl
import Model

/// One question over libcurl to a server that has messages for us. Redirects are never followed.
struct AskExchange: Sendable {
    let reactor: Reactor
    /// For the answer, beside the time for which a server keeps a request open on purpose.
    let answerTime: Duration

    /// The whole answer: one that breaks off, or is larger than it may be, is none.
    ///
    /// - Parameters:
    ///   - sizeLimit: octets of the answer's body.
    ///   - patience: for how long the server may keep the request open.
    func answer(
        to request: APIRequest,
        at address: APIAddress,
        unlessMatching validators: HTTPValidators? = nil,
        sizeLimit: Int,
        patience: Duration = .zero
    ) async throws(AskFailure) -> APIAnswer {
        do throws(CurlError) {
            let response = try await reactor.exchange(
                http(request, address, validators, sizeLimit: sizeLimit, patience: patience)
            )
            let body = try await response.body.collect()
            let fields = response.fields.map { HeaderField(name: $0.name, value: $0.value) }
            return APIAnswer(status: response.status, fields: fields, body: body)
        } catch {
            throw error.kind == .limit
                ? .oversized(limit: sizeLimit) : .channel(ChannelError(error, from: address.description))
        }
    }

    private func http(
        _ request: APIRequest,
        _ address: APIAddress,
        _ validators: HTTPValidators?,
        sizeLimit: Int,
        patience: Duration
    ) -> HTTPRequest {
        HTTPRequest(
            request.method,
            request.url,
            fields: request.fields.map { HTTPRequest.Field($0.name, $0.value) },
            body: request.body,
            unlessMatching: validators,
            limits: HTTPLimits(
                connect: min(.seconds(15), answerTime),
                total: answerTime + patience,
                idle: answerTime + patience,
                bodyBytes: sizeLimit
            ),
            proxy: address.isPlaintext ? .none : .environment,
            allowsPlaintext: address.isPlaintext
        )
    }
}

/// Why a question has no answer.
enum AskFailure: Error, Hashable {
    case channel(ChannelError)
    /// More than was allowed for; what came of it is gone.
    case oversized(limit: Int)
}

extension ChannelError {
    init(_ error: AskError) {
        switch error.kind {
        case .token: self = .authentication(error.description)
        case .configuration: self = .configuration(error.description)
        case .passing: self = .connection(error.description)
        case .nonsense: self = .protocolViolation(error.description)
        }
    }

    init(_ failure: AskFailure, from place: String) {
        switch failure {
        case .channel(let error): self = error
        case .oversized(let limit):
            self = .configuration(
                "\(place) answers with more than the \(limit) octets that the channel takes at once, so nothing of it was "
                    + "taken. Raise the channel's limit of size, or ask for smaller pages."
            )
        }
    }
}
