import Hummingbird
import Logging
import Model

/// What is known about one request besides its head and body.
struct DeskContext: RequestContext {
    var coreContext: CoreRequestContextStorage
    /// The other end of the connection; nil where there is none, such as a Unix socket.
    let peer: String?
    /// Who asks; set by `SessionReader` and `TokenReader`.
    var session: Session?

    /// Bodies are forms and small JSON: a reply, never a file.
    static let bodyLimit = 1 << 20

    init(source: ApplicationRequestContextSource) {
        coreContext = .init(source: source)
        peer = source.channel.remoteAddress?.ipAddress
    }

    var maxUploadSize: Int { Self.bodyLimit }

    /// Who asks; throws where nobody is signed in, which the readers rule out.
    func requireSession() throws -> Session {
        guard let session else { throw HTTPError(.unauthorized) }
        return session
    }

    /// The number in the path, such as a draft's in `/drafts/:id`; not found where it is none.
    func id<Subject>(of type: Subject.Type, name: String = "id") throws -> Identifier<Subject> {
        guard let text = parameters.get(name), let id = Identifier<Subject>(text) else { throw HTTPError(.notFound) }
        return id
    }
}
