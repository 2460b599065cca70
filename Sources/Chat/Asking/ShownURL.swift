import Foundation

extension String {
    /// An address as a sentence may show it: scheme, host and port. What else stands in it may be a secret: Telegram's
    /// token is in the path, and many keys are in a query.
    package var asShownURL: String {
        guard let parts = URLComponents(string: self), let scheme = parts.scheme, let host = parts.host, !host.isEmpty
        else { return "an address without a host" }
        let name = host.contains(":") && !host.hasPrefix("[") ? "[\(host)]" : host
        let port = parts.port.map { ":\($0)" } ?? ""
        let isBare = ["", "/"].contains(parts.path) && parts.query == nil && parts.fragment == nil
        return "\(scheme)://\(name)\(port)\(isBare ? parts.path : "/…")".asRemark
    }
}
