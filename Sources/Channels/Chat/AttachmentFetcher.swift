package import Chat
package import Curl
package import Foundation
package import Model

/// Fetches one file of a chat message when somebody asks for it, in charge of that nothing is ever fetched from elsewhere
/// than the hosts that are allowed, nor from inside the network, wherever names and redirects lead.
package struct AttachmentFetcher: Sendable {
    private let reactor: Reactor
    private let secrets: SecretReader
    private let limits: HTTPLimits
    private let now: @Sendable () -> Date
    private let trust: TLSTrust
    private let reach: HTTPReach
    private let route: @Sendable (String) -> String

    /// The time is for the whole way: the question, the redirects and the file.
    package static let usualLimits = HTTPLimits(total: .seconds(60), bodyBytes: 25 << 20)

    package init(
        reactor: Reactor,
        secrets: SecretReader,
        limits: HTTPLimits = usualLimits,
        now: @escaping @Sendable () -> Date
    ) {
        self.init(reactor: reactor, secrets: secrets, limits: limits, now: now, trust: .system, reach: .outside()) {
            $0
        }
    }

    /// - Parameter route: the URL that a request really goes to; for tests, which have servers on loopback only.
    init(
        reactor: Reactor,
        secrets: SecretReader,
        limits: HTTPLimits,
        now: @escaping @Sendable () -> Date,
        trust: TLSTrust,
        reach: HTTPReach,
        route: @escaping @Sendable (String) -> String
    ) {
        self.reactor = reactor
        self.secrets = secrets
        self.limits = limits
        self.now = now
        self.trust = trust
        self.reach = reach
        self.route = route
    }

    /// The octets of a file. The token is read anew, and goes to the provider's own hosts alone.
    package func fetch(
        _ attachment: ChatAttachment,
        of channel: ChannelSettings
    ) async throws(AttachmentRefusal) -> [UInt8] {
        let deadline = Deadline(in: limits.total)
        guard let api = try files(of: channel) else {
            guard let url = attachment.url else { throw .noAddress }
            return try await fetch(attachment, at: FilePlace(url: url), of: channel, by: deadline)
        }
        let secret = try secret(of: channel)
        do throws(AttachmentRefusal) {
            let place = try await place(of: attachment, by: api, secret, deadline)
            return try await fetch(attachment, at: place, of: channel, by: deadline)
        } catch {
            throw error.hiding(secret)
        }
    }

    private func files(of channel: ChannelSettings) throws(AttachmentRefusal) -> (any FileAPI)? {
        do { return try channel.fileAPI() } catch { throw .failed(error.description) }
    }

    private func secret(of channel: ChannelSettings) throws(AttachmentRefusal) -> String {
        guard let reference = channel.authority else {
            throw .failed("the channel has no “token” in its configuration that \(channel.provider.title) would take.")
        }
        do { return try secrets.read(reference) } catch { throw .failed(error.sentence) }
    }

    private func place(
        of attachment: ChatAttachment,
        by api: any FileAPI,
        _ secret: String,
        _ deadline: Deadline
    ) async throws(AttachmentRefusal) -> FilePlace {
        switch try api.lookup(of: attachment, secret: secret) {
        case .known(let place): return place
        case .asked(let request):
            let exchange = AskExchange(reactor: reactor, answerTime: try deadline.left)
            let answer: APIAnswer
            do {
                answer = try await exchange.answer(to: request, at: api.address, sizeLimit: Self.largestAnswer)
            } catch {
                throw AttachmentRefusal(ChannelError(error, from: api.address.description))
            }
            return try api.place(in: answer, secret: secret, at: now())
        }
    }

    private static let largestAnswer = 64 << 10

    private func fetch(
        _ attachment: ChatAttachment,
        at place: FilePlace,
        of channel: ChannelSettings,
        by deadline: Deadline
    ) async throws(AttachmentRefusal) -> [UInt8] {
        var trail = try AttachmentTrail(to: place, of: attachment, in: channel, limit: limits.bodyBytes)
        while true {
            if let octets = try await step(&trail, deadline) { return octets }
        }
    }

    /// The file; nil where the way leads on.
    private func step(
        _ trail: inout AttachmentTrail,
        _ deadline: Deadline
    ) async throws(AttachmentRefusal) -> [UInt8]? {
        let request = request(for: trail, within: try deadline.left)
        let response = try await told(trail) { () throws(CurlError) in try await reactor.exchange(request) }
        let fields = response.fields.map { HeaderField(name: $0.name, value: $0.value) }
        let head = APIAnswer(status: response.status, fields: fields, body: nil)
        guard case .file = try trail.hear(head) else { return nil }
        let octets = try await told(trail) { () throws(CurlError) in try await response.body.collect() }
        try trail.check(octets, type: response.value(of: "Content-Type"))
        return octets
    }

    private func told<Value: Sendable>(
        _ trail: AttachmentTrail,
        _ ask: () async throws(CurlError) -> Value
    ) async throws(AttachmentRefusal) -> Value {
        do {
            return try await ask()
        } catch {
            throw error.kind == .limit
                ? .tooLarge(limits.bodyBytes) : AttachmentRefusal(ChannelError(error, from: trail.host))
        }
    }

    private func request(for trail: AttachmentTrail, within time: Duration) -> HTTPRequest {
        let authorization = trail.authorization.map { [HTTPRequest.Field("Authorization", $0)] } ?? []
        let target = route(trail.url)
        var limits = limits
        limits.total = time
        return HTTPRequest(
            "GET",
            target,
            // Meta gives nothing to whom it does not know by a name.
            fields: [HTTPRequest.Field("User-Agent", "wavelength")] + authorization,
            limits: limits,
            trust: trust,
            proxy: .none,
            allowsPlaintext: target.hasPrefix("http:"),
            usesOwnConnection: true,
            reach: trail.isAtStandIn ? .anywhere : reach
        )
    }
}
