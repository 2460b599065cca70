import Foundation

/// The address that people open, as far as cookies and the origin check need it.
struct PublicURL: Hashable, Sendable {
    /// `scheme://host[:port]`, lower case, as browsers send it in `Origin`.
    let origin: String
    let isSecure: Bool

    init?(_ text: String) {
        guard let parts = URLComponents(string: text), let scheme = parts.scheme?.lowercased(),
            let host = parts.host?.lowercased(), scheme == "http" || scheme == "https"
        else { return nil }
        isSecure = scheme == "https"
        let isDefault = parts.port == nil || parts.port == (isSecure ? 443 : 80)
        origin = "\(scheme)://\(host)" + (isDefault ? "" : ":\(parts.port ?? 0)")
    }
}
