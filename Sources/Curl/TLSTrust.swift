/// Which certificates are believed.
package enum TLSTrust: Hashable, Sendable {
    /// The certificate authorities of the operating system; chain and host name are checked.
    case system
    /// The authorities in this PEM file and no others; chain and host name are checked.
    case authorities(file: String)
    /// Any certificate for any host: encrypts against listeners, not against someone in the middle. Only for a server
    /// that the operator names as such.
    case unverified
}
