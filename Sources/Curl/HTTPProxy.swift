/// The proxy of an exchange.
package enum HTTPProxy: Hashable, Sendable {
    /// What `https_proxy`, `http_proxy`, `all_proxy` and `no_proxy` say.
    case environment
    /// No proxy, whatever the environment says.
    case none
    /// This one: `http://`, `https://`, `socks5h://` …, with user and password if need be.
    case url(String)
}
