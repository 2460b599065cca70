import Chat
import HTTPTypes
import Hummingbird
import Model
import Pipeline

/// The webhooks: `/channels/NAME` for each channel that has one.
///
/// No session and no form token: whoever calls proves itself with what the channel's verifier looks at, and the body is
/// handed over byte for byte. Answers are short plain text or what the sender's rules ask for.
struct ChannelRoutes: Sendable {
    private let receiver: WebhookReceiver
    private let desk: DeskSettings
    private let patience: BodyPatience
    private let budget: BodyBudget

    /// Every method, so that the channel says which ones it serves.
    private static let methods: [HTTPRequest.Method] = [.get, .head, .post, .put, .patch, .delete]

    /// - Parameters:
    ///   - patience: how long a body may take.
    ///   - budget: for the bodies of all channels together.
    init(
        _ receiver: WebhookReceiver,
        desk: DeskSettings,
        patience: BodyPatience = BodyPatience(),
        budget: BodyBudget = BodyBudget()
    ) {
        self.receiver = receiver
        self.desk = desk
        self.patience = patience
        self.budget = budget
    }

    func add(to router: Router<DeskContext>) {
        // Mailgun sends mail as it came to addresses that end in `mime`.
        for path in ["/channels/:name", "/channels/:name/mime"] as [RouterPath] {
            for method in Self.methods { router.on(path, method: method, use: respond) }
        }
    }

    /// Octets that the body of a request may have; nil where it goes to no channel.
    func bodyLimit(of request: Request) -> Int? {
        let path = request.uri.path.split(separator: "/", omittingEmptySubsequences: false)
        guard path.count > 2, path[1] == "channels" else { return nil }
        return receiver.sizeLimit(of: InboxName(String(path[2])))
    }

    /// An answer to HEAD has no body (RFC 9110 §9.3.2): the next answer on the connection would be taken for it.
    @Sendable private func respond(_ request: Request, _ context: DeskContext) async -> Response {
        let response = await receive(request, context)
        return request.method == .head ? response.createHeadResponse() : response
    }

    private func receive(_ request: Request, _ context: DeskContext) async -> Response {
        let channel = InboxName(context.parameters.get("name") ?? "")
        guard let limit = receiver.sizeLimit(of: channel) else { return Self.response(receiver.unknownChannel()) }
        // A body that was not asked for does not come.
        if request.isHeldBack, (request.announcedOctets ?? 0) > limit {
            return Self.response(receiver.refuse(.oversized, at: channel), closing: true)
        }
        return await RequestOctets.collect(
            request,
            upTo: limit,
            within: patience,
            from: budget,
            use: { await answer($0, to: request, at: channel) }
        )
    }

    private func answer(_ octets: RequestOctets, to request: Request, at channel: InboxName) async -> Response {
        switch octets {
        case .whole(let body):
            Self.response(await receiver.receive(received(request, body: body), at: channel))
        case .oversized(let isWhole):
            Self.response(receiver.refuse(.oversized, at: channel), closing: !isWhole)
        case .crowded(let isWhole):
            Self.response(receiver.putOffForOthers(channel), closing: !isWhole)
        case .slow: Self.response(receiver.refuse(.slow, at: channel), closing: true)
        case .cut: Self.response(receiver.refuse(.cut, at: channel), closing: true)
        }
    }

    private func received(_ request: Request, body: [UInt8]) -> ReceivedRequest {
        // The library takes the field `Host` out of the others.
        let host = request.head.authority.map { [HeaderField(name: "Host", value: $0)] } ?? []
        let fields = request.headers.map { HeaderField(name: $0.name.rawName, value: $0.value) }
        return ReceivedRequest(
            method: request.method.rawValue,
            url: url(of: request),
            fields: host + fields,
            body: body
        )
    }

    /// The address as the sender knows it: some sign it, and a proxy in front of us has another name for it.
    private func url(of request: Request) -> String {
        let path = request.head.path ?? "/"
        guard path.hasPrefix("/") else { return path }
        let base = desk.publicURL ?? "http://\(request.head.authority ?? "\(desk.host):\(desk.port)")"
        return (base.hasSuffix("/") ? String(base.dropLast()) : base) + path
    }
}

extension ChannelRoutes {
    /// - Parameter closing: whether the connection ends with the answer, since the rest of a body is still on its way.
    private static func response(_ answer: WebhookAnswer, closing: Bool = false) -> Response {
        var headers = HTTPFields()
        for field in answer.fields {
            if let name = HTTPField.Name(field.name) { headers.append(HTTPField(name: name, value: field.value)) }
        }
        if headers[.contentType] == nil, !answer.body.isEmpty {
            headers[.contentType] = "text/plain; charset=utf-8"
        }
        let body = ByteBuffer(string: answer.body)
        let status = HTTPResponse.Status(code: answer.status)
        guard closing else { return Response(status: status, headers: headers, body: .init(byteBuffer: body)) }
        headers[.connection] = "close"
        return Response(status: status, headers: headers, body: .last(body))
    }
}

/// Ends a connection behind an answer. The server would else read the rest of the request first.
private struct ConnectionEnds: Error {}

extension ResponseBody {
    /// A body after which the connection is closed.
    fileprivate static func last(_ buffer: ByteBuffer) -> ResponseBody {
        ResponseBody(contentLength: buffer.readableBytes) { writer in
            try await writer.write(buffer)
            try await writer.finish(nil)
            throw ConnectionEnds()
        }
    }
}
