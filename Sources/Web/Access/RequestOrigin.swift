/// Where a browser says that a request comes from, for refusing forms that another site sent (cross-site request
/// forgery): `Sec-Fetch-Site` (W3C Fetch Metadata) where there is one, else `Origin` (RFC 6454 §7).
struct RequestOrigin: Hashable, Sendable {
    var fetchSite: String?
    var origin: String?
    var host: String?

    /// Whether a request that changes something may be served. Where neither field is there it was no browser, and no
    /// browser's cookie is at stake.
    func isOwn(publicOrigin: String?) -> Bool {
        if let fetchSite { return fetchSite == "same-origin" || fetchSite == "none" }
        guard let origin else { return true }
        if let publicOrigin { return origin == publicOrigin }
        guard let host else { return false }
        return origin == "http://\(host)" || origin == "https://\(host)"
    }
}
