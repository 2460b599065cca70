package import Chat
package import Curl
package import Model

/// Fetches one file of a chat message when somebody asks for it, in charge of that nothing is ever fetched from elsewhere
/// than the hosts that are allowed, nor from inside the network, wherever names and redirects lead.
package struct AttachmentFetcher: Sendable {
    private let reactor: Reactor
    private let limits: HTTPLimits
    private let trust: TLSTrust
    private let reach: HTTPReach
    private let route: @Sendable (String) -> String

    package static let usualLimits = HTTPLimits(total: .seconds(60), bodyBytes: 25 << 20)
    private static let mostRedirects = 3

    package init(reactor: Reactor, limits: HTTPLimits = usualLimits) {
        self.init(reactor: reactor, limits: limits, trust: .system, reach: .outside()) { $0 }
    }

    /// - Parameter route: the URL that a request really goes to; for tests, which have servers on loopback only.
    init(
        reactor: Reactor,
        limits: HTTPLimits,
        trust: TLSTrust,
        reach: HTTPReach,
        route: @escaping @Sendable (String) -> String
    ) {
        self.reactor = reactor
        self.limits = limits
        self.trust = trust
        self.reach = reach
        self.route = route
    }

    /// The octets of a file.
    ///
    /// - Parameter token: what goes to the provider's own hosts as `Authorization: Bearer`, and to no other; nil for none.
    package func fetch(
        _ attachment: ChatAttachment,
        of channel: ChannelSettings,
        token: String? = nil
    ) async throws(AttachmentRefusal) -> [UInt8] {
        guard var url = attachment.url else { throw .noAddress }
        let source = AttachmentSource(channel)
        for _ in 0...Self.mostRedirects {
            if let objection = source.objection(to: url) { throw objection }
            switch try await step(url, token: source.isTrustedWithToken(url) ? token : nil) {
            case .file(let octets): return octets
            case .redirect(let next): url = next
            }
        }
        throw .tooManyRedirects
    }

    private enum Step {
        case file([UInt8])
        case redirect(String)
    }

    private func step(_ url: String, token: String?) async throws(AttachmentRefusal) -> Step {
        let response: HTTPResponse
        let octets: [UInt8]
        do throws(CurlError) {
            response = try await reactor.exchange(request(url, token: token))
            octets = response.status == 200 ? try await response.body.collect() : []
        } catch {
            // The whole URL may hold a secret of the provider's.
            let host = AttachmentSource.host(of: url) ?? "the host"
            throw error.kind == .limit ? .tooLarge(limits.bodyBytes) : .failed(ChannelError(error, from: host).sentence)
        }
        switch response.status {
        case 200: return .file(octets)
        case 301, 302, 303, 307, 308:
            // One that leads on within a host is as good as none: files have whole addresses.
            guard let next = response.value(of: "Location") else { throw .failed("it leads nowhere.") }
            return .redirect(next)
        default: throw .failed("the host answered \(response.status).")
        }
    }

    private func request(_ url: String, token: String?) -> HTTPRequest {
        let fields = token.map { [HTTPRequest.Field("Authorization", "Bearer \($0)")] } ?? []
        let target = route(url)
        return HTTPRequest(
            "GET",
            target,
            fields: fields,
            limits: limits,
            trust: trust,
            proxy: .none,
            allowsPlaintext: target.hasPrefix("http:"),
            usesOwnConnection: true,
            reach: reach
        )
    }
}
