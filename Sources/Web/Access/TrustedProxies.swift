import Foundation
import HTTPTypes
import Hummingbird
import Model

/// The machines before the desk that are believed when they say for whom they ask: those that the operator names, and
/// this one where the desk has an address of its own to the outside.
struct TrustedProxies: Hashable, Sendable {
    private let ranges: [NetworkRange]

    init(_ desk: DeskSettings) {
        ranges = desk.proxies + (desk.publicURL == nil ? [] : NetworkRange.loopback)
    }

    /// The address a request came from: each proxy adds whom it heard from at the end of `X-Forwarded-For`, so the list is
    /// read from there for as long as those who wrote are believed. What stands before may be anybody's invention.
    ///
    /// - Parameters:
    ///   - peer: the other end of the connection; nil where there is none.
    ///   - forwardedFor: every field of that name, in their order, with commas between them (RFC 9110 §5.3).
    func client(peer: String?, forwardedFor: String?) -> String {
        guard let peer else { return "unknown" }
        guard var client = NetworkAddress(peer)?.unmapped else { return peer }
        for entry in (forwardedFor ?? "").split(separator: ",").reversed() {
            guard ranges.contains(where: { $0.contains(client) }), let next = Self.address(in: entry) else { break }
            client = next
        }
        return client.description
    }

    func client(of request: Request, _ context: DeskContext) -> String {
        client(peer: context.peer, forwardedFor: request.headers[.forwardedFor])
    }

    /// Some write the port behind it: `192.0.2.1:4711`, `[2001:db8::1]:4711`.
    private static func address(in entry: Substring) -> NetworkAddress? {
        let text = entry.trimmingCharacters(in: .whitespaces)
        if let address = NetworkAddress(text) { return address.unmapped }
        let host = text.hasPrefix("[") ? text.dropFirst().prefix { $0 != "]" } : text.prefix { $0 != ":" }
        return NetworkAddress(String(host))?.unmapped
    }
}
