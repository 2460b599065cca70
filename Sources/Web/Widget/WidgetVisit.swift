import Foundation
import HTTPTypes
import Hummingbird
import Pipeline

/// One request of a widget's page.
struct WidgetVisit: Sendable {
    let widget: ChatWidget
    let request: Request
    let context: DeskContext
    let settings: WebSettings
    /// For the bodies of all that strangers send.
    let bodies: BodyBudget

    /// Whether it comes from our own page. Browsers name the origin of every POST (Fetch Standard, “append a request
    /// `Origin` header”), so one without it is refused; a look is protected by its token.
    var isOwn: Bool {
        let origin = request.headers[.origin]
        guard request.method == .get || origin != nil else { return false }
        return RequestOrigin(
            fetchSite: request.headers[.fetchSite],
            origin: origin,
            host: request.head.authority
        ).isOwn(publicOrigin: settings.publicURL?.origin)
    }

    /// Where it comes from, for counting.
    var peer: String {
        PeerNetwork(settings.proxies.client(of: request, context)).name
    }

    /// Whose it is; throws where no token of this widget is presented (RFC 6750 §2.1).
    func session() throws -> WidgetSession {
        let scheme = "bearer "
        guard let field = request.headers[.authorization], field.lowercased().hasPrefix(scheme),
            let session = widget.session(presented: String(field.dropFirst(scheme.count)))
        else { throw WidgetRefusal(.unauthorized, "no-session", "The chat has to be begun again.") }
        return session
    }

    /// When a person answers, by the clock of the zone that the page names (`zone`, such as `Europe/Berlin`).
    ///
    /// - Parameter promisedBy: when this visitor was promised something.
    func outlook(promisedBy: Date? = nil) async -> String {
        let zone = request.uri.queryParameters["zone"].flatMap { Self.zone(String($0)) }
        return WidgetWords.of(widget.language).outlook(await widget.outlook(promisedBy: promisedBy, seenFrom: zone))
    }

    /// nil for what is no name of the time zone database.
    private static func zone(_ name: String) -> TimeZone? {
        let isName =
            name.utf8.count <= 64
            && name.utf8.allSatisfy { octet in
                switch octet {
                case 0x30...0x39, 0x41...0x5A, 0x61...0x7A: true
                default: "/_+-".utf8.contains(octet)
                }
            }
        return isName ? TimeZone(identifier: name) : nil
    }

    func body<Body: Decodable>(_ type: Body.Type, upTo limit: Int) async throws -> Body {
        guard request.headers[.contentType]?.hasPrefix("application/json") == true else {
            throw HTTPError(.unsupportedMediaType)
        }
        let octets = await RequestOctets.collect(request, upTo: limit, within: BodyPatience(), from: bodies) { $0 }
        switch octets {
        case .whole(let octets): return try JSONDecoder().decode(type, from: Data(octets))
        case .crowded: throw WidgetRefusal.putOff
        case .oversized: throw WidgetRefusal.tooLarge
        case .slow: throw HTTPError(.requestTimeout)
        case .cut: throw HTTPError(.badRequest)
        }
    }
}

/// Why a widget's page was refused something, as JSON for the page.
struct WidgetRefusal: Error, Hashable, Sendable {
    var status: HTTPResponse.Status
    var code: String
    var sentence: String
    /// Seconds after which it may be tried again; nil where that would not help.
    var retryAfter: Int?

    init(_ status: HTTPResponse.Status, _ code: String, _ sentence: String, retryAfter: Int? = nil) {
        self.status = status
        self.code = code
        self.sentence = sentence
        self.retryAfter = retryAfter
    }

    static let putOff = WidgetRefusal(
        .serviceUnavailable,
        "busy",
        "It cannot be taken now. Please send it again.",
        retryAfter: 10
    )

    static let tooLarge = WidgetRefusal(
        .contentTooLarge,
        "too-large",
        "A message has at most \(WidgetMessage.longest) letters."
    )

    static func tooMany(after delay: TimeInterval) -> WidgetRefusal {
        let seconds = max(1, Int(delay.rounded(.up)))
        return WidgetRefusal(.tooManyRequests, "too-many", "Wait \(seconds) seconds.", retryAfter: seconds)
    }

    func response() throws -> Response {
        var headers = HTTPFields()
        headers[.retryAfter] = retryAfter.map(String.init)
        if status == .unauthorized { headers[.wwwAuthenticate] = "Bearer" }
        let body = APIError.Envelope(error: APIError(code: code, message: sentence))
        return try APIAnswer.json(body, status: status, headers: headers)
    }
}
