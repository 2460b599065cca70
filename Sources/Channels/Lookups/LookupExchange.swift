import Chat
package import Curl
package import Model

/// One HTTP GET of a lookup over libcurl. Redirects are never followed.
package struct LookupExchange: Sendable {
    /// Octets of an answer; orders are small.
    private static let largest = 256 << 10

    private let reactor: Reactor
    private let secrets: SecretReader

    package init(reactor: Reactor, secrets: SecretReader) {
        self.reactor = reactor
        self.secrets = secrets
    }

    func ask(_ lookup: Lookup, url: String) async -> LookupClient.Answer {
        do {
            let response = try await reactor.exchange(try request(lookup, url))
            let body = try await response.body.collect()
            return Self.answer(status: response.status, body: body)
        } catch let error as CurlError {
            return .failed(error.kind == .limit ? .wrong : .slow)
        } catch {
            return .failed(.slow)
        }
    }

    /// Connects to the lookup's host, and says what answered; for `wavelength check`.
    package func probe(_ lookup: Lookup) async throws -> String {
        do {
            let response = try await reactor.exchange(try request(lookup, lookup.allowed))
            return "\(lookup.allowed) answers (HTTP \(response.status))"
        } catch let error as CurlError {
            throw ChannelError(error, from: lookup.allowed)
        }
    }

    private func request(_ lookup: Lookup, _ url: String) throws -> HTTPRequest {
        let limit = Duration.seconds(lookup.timeLimit)
        var fields = [HTTPRequest.Field("Accept", "application/json")]
        for field in lookup.fields {
            switch field.value {
            case .text(let text): fields.append(.init(field.name, text))
            case .secret(let before, let secret): fields.append(.init(field.name, before + (try secrets.read(secret))))
            }
        }
        return HTTPRequest(
            "GET",
            url,
            fields: fields,
            limits: HTTPLimits(connect: limit, total: limit, idle: limit, bodyBytes: Self.largest),
            allowsPlaintext: lookup.allowsPlaintext
        )
    }

    private static func answer(status: Int, body: [UInt8]) -> LookupClient.Answer {
        switch status {
        case 200..<300:
            guard !body.allSatisfy({ $0 <= 0x20 }) else { return .failed(.missing) }
            guard let json = try? JSONValue(parsing: body) else { return .failed(.wrong) }
            return .found(json)
        case 404, 410: return .failed(.missing)
        case 408, 425, 429, 500...: return .failed(.slow)
        default: return .failed(.wrong)
        }
    }
}
