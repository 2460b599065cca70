package import Model

/// The way to one file, from host to host. Values only.
///
/// In charge of where it may lead, of who is shown the token, and of that only the file itself counts as the file.
package struct AttachmentTrail: Sendable {
    /// What an answer means for the way.
    package enum Step: Hashable, Sendable {
        /// Its body is the file, unless `check` says otherwise.
        case file
        /// To what `url` is now.
        case onward
    }

    private static let mostRedirects = 3

    package private(set) var url: String
    /// The value of `Authorization` for this step; nil where its host is to see none.
    package private(set) var authorization: String?
    let file: ChatAttachment
    let place: FilePlace
    let provider: ChannelProvider
    private let source: AttachmentSource
    private var redirects = 0

    /// - Parameter limit: octets that a file may have.
    package init(
        to place: FilePlace,
        of file: ChatAttachment,
        in settings: ChannelSettings,
        limit: Int
    ) throws(AttachmentRefusal) {
        source = AttachmentSource(settings)
        if let objection = source.objection(to: place.url) { throw objection }
        guard max(place.size ?? 0, file.size ?? 0) <= limit else { throw .tooLarge(limit) }
        url = place.url
        authorization = source.isTrustedWithToken(url) ? place.authorization : nil
        provider = settings.provider
        self.file = file
        self.place = place
    }

    /// Whether this step goes to the server that the operator has put in the provider's place.
    package var isAtStandIn: Bool { source.isAtStandIn(url) }

    /// Host and port of this step, for sentences: the whole URL may hold the token.
    package var host: String { String(AttachmentSource.authority(of: url)) }

    /// Throws where the answer ends the way without the file.
    package mutating func hear(_ answer: APIAnswer) throws(AttachmentRefusal) -> Step {
        switch answer.status {
        case 200: return .file
        case 301, 302, 303, 307, 308:
            try follow(answer.fields.values(of: "Location").first)
            return .onward
        default: throw refusal(ofStatus: answer.status)
        }
    }

    private mutating func follow(_ location: String?) throws(AttachmentRefusal) {
        guard let location, !location.isEmpty else { throw .failed("\(host) sends us nowhere.") }
        let next = location.hasPrefix("/") && !location.hasPrefix("//") ? origin + location : location
        if let objection = source.objection(to: next) { throw signInPage(behind: objection) ?? objection }
        redirects += 1
        guard redirects <= Self.mostRedirects else { throw .tooManyRedirects }
        // Once another host had its say in where to go, the token stays here for good.
        if AttachmentSource.authority(of: next).lowercased() != host.lowercased() { authorization = nil }
        url = next
    }

    /// Scheme, host and port of this step.
    private var origin: String {
        "\(url.prefix { $0 != ":" })://\(host)"
    }
}
