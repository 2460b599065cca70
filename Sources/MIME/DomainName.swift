import Foundation

/// Domain names in the form that SMTP carries.
enum DomainName {
    /// Labels that are not ASCII become A-labels: lower case, NFC, Punycode (RFC 5891 §4.4). A name in ASCII stays as it is.
    static func ascii(_ domain: String) -> String {
        if domain.utf8.allSatisfy({ $0 < 0x80 }) { return domain }
        let dots: Set<Character> = [".", "\u{3002}", "\u{FF0E}", "\u{FF61}"]
        let labels = domain.split(omittingEmptySubsequences: false) { dots.contains($0) }
        return labels.map { label(String($0)) }.joined(separator: ".")
    }

    private static func label(_ label: String) -> String {
        if label.utf8.allSatisfy({ $0 < 0x80 }) { return label }
        let folded = label.lowercased().precomposedStringWithCanonicalMapping
        return Punycode.encoded(folded).map { "xn--" + $0 } ?? label
    }
}
