import Foundation
import Model

/// The address of a lookup for one message.
enum LookupURL {
    /// Longer values are no order numbers or addresses.
    private static let longestValue = 100

    /// nil where a fact is missing, is given more than once with different values, or leads out of what is allowed.
    static func url(of lookup: Lookup, reading: Model.Reading, customer: String?) -> String? {
        var url = ""
        for part in lookup.url {
            switch part {
            case .text(let text): url += text
            case .fact(let key):
                guard let value = value(of: key, reading, customer), let encoded = encoded(value) else { return nil }
                url += encoded
            }
        }
        return isAllowed(url, below: lookup.allowed) ? url : nil
    }

    private static func value(of key: LookupKey, _ reading: Model.Reading, _ customer: String?) -> String? {
        guard let kind = key.fact else { return customer }
        let values = Set(reading.facts.filter { $0.kind == kind }.map(\.value))
        return values.count == 1 ? values.first : nil
    }

    /// Everything but unreserved characters (RFC 3986 §2.3) is percent-encoded, so that a value stays one segment or one
    /// parameter. Nothing that could only be meant to lead elsewhere, such as `..`, is let through.
    static func encoded(_ value: String) -> String? {
        let isUsable =
            !value.isEmpty && value.utf8.count <= longestValue && !value.allSatisfy { $0 == "." }
            && value.unicodeScalars.allSatisfy { $0.value >= 0x20 && $0.value != 0x7F }
        return isUsable ? value.addingPercentEncoding(withAllowedCharacters: unreserved) : nil
    }

    private static let unreserved = CharacterSet(
        charactersIn: "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~"
    )

    /// Looks at the address as it will be sent: same scheme, host and port, and a path below the allowed one, whose
    /// segments lead nowhere else.
    static func isAllowed(_ url: String, below allowed: String) -> Bool {
        // Some servers take a backslash for a slash; values never bring one, since theirs is encoded.
        guard !url.contains("\\"), let place = URLComponents(string: url), let base = URLComponents(string: allowed),
            place.scheme == base.scheme, place.host?.lowercased() == base.host?.lowercased(), place.port == base.port,
            place.user == nil, place.password == nil, place.fragment == nil, base.percentEncodedPath.hasSuffix("/")
        else { return false }
        let path = place.percentEncodedPath
        return path.hasPrefix(base.percentEncodedPath) && path.split(separator: "/").allSatisfy(leadsDown)
    }

    private static func leadsDown(_ segment: Substring) -> Bool {
        let plain = segment.lowercased().replacing("%2e", with: ".")
        return plain != "." && plain != ".."
    }
}

extension LookupKey {
    /// nil for what is not said in the message itself.
    fileprivate var fact: Fact.Kind? {
        switch self {
        case .orderID: .orderID
        case .customerAddress: nil
        case .email: .email
        case .phone: .phone
        case .product: .product
        }
    }
}
