/// How a connection to a mail server is encrypted. There is no "if possible": what is asked for is had, or the
/// connection fails before credentials are sent.
package enum ConnectionSecurity: Hashable, Sendable {
    /// TLS from the first byte (RFC 8314 §3: imaps, submissions).
    case implicitTLS
    /// An upgrade by STARTTLS before anything else; a server that does not offer it is refused.
    case startTLS
    /// No encryption at all, credentials included. For servers on the same machine or a trusted wire only.
    case plaintext
}
