/// Which machines an exchange may connect to, whatever the name in its URL leads to.
package enum HTTPReach: Hashable, Sendable {
    case anywhere
    /// Only addresses of the public Internet, checked on the very address that is connected to, so that no answer of a name
    /// server can lead inside. Such an exchange takes no proxy and no connection that was kept.
    ///
    /// - Parameter besides: further addresses in their usual notation; for tests.
    case outside(besides: Set<String> = [])
}
