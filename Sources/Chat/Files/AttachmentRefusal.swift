/// Why a file is not fetched, in one sentence. The token is in none of them.
package enum AttachmentRefusal: Error, Hashable, Sendable, CustomStringConvertible {
    /// Neither an address nor a number came with it.
    case noAddress
    case notHTTPS
    case otherHost(String)
    case tooManyRedirects
    /// It has more octets than this.
    case tooLarge(Int)
    /// The provider has it no more; the sentence says who, and what to do.
    case gone(String)
    /// What came is a page for people, such as one to sign in.
    case page(String)
    /// What came is not what the provider says the file is.
    case altered(String)
    /// The host leads inside the network, refuses the token, or answers what makes no sense.
    case failed(String)
    /// The host cannot be reached, or cannot serve now.
    case unreached(String)

    /// Whether the same may work later with nobody changing anything.
    package var isTransient: Bool {
        if case .unreached = self { true } else { false }
    }

    package var description: String {
        switch self {
        case .noAddress: "The channel gives no address for this file."
        case .notHTTPS: "This file has no plain https address."
        case .otherHost(let host): "Nothing is fetched from \(host): attachments_from of the channel does not name it."
        case .tooManyRedirects: "The file's address leads on and on."
        case .tooLarge(let octets): "The file is larger than the \(octets >> 20) MB that can be fetched."
        case .gone(let sentence), .page(let sentence), .altered(let sentence): sentence
        case .failed(let why), .unreached(let why): "The file could not be fetched: \(why)"
        }
    }

    init(_ error: AskError) {
        self = error.kind == .passing ? .unreached(error.description) : .failed(error.description)
    }

    /// The same without a secret, which a server may have put into its words.
    package func hiding(_ secret: String) -> AttachmentRefusal {
        let forms = [secret, APIRequest.percentEncoded(secret)].filter { !$0.isEmpty }
        let hide = { (text: String) in forms.reduce(text) { $0.replacing($1, with: "…") } }
        return switch self {
        case .noAddress, .notHTTPS, .otherHost, .tooManyRedirects, .tooLarge: self
        case .gone(let sentence): .gone(hide(sentence))
        case .page(let sentence): .page(hide(sentence))
        case .altered(let sentence): .altered(hide(sentence))
        case .failed(let why): .failed(hide(why))
        case .unreached(let why): .unreached(hide(why))
        }
    }
}
