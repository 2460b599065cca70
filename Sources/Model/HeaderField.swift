/// One header field as it stood in the message, in order of appearance, unfolded.
///
/// The rules for automatic mail look at fields by name and must see repeated and malformed ones too.
package struct HeaderField: Hashable, Sendable, Codable {
    /// As written.
    package var name: String
    /// Unfolded, encoded-words decoded, no CR, LF or NUL.
    package var value: String

    package init(name: String, value: String) {
        self.name = name
        self.value = value
    }
}

extension Sequence<HeaderField> {
    /// The values of every field of that name, in order; names compare without case (RFC 5322 §2.2).
    package func values(of name: String) -> [String] {
        let key = name.lowercased()
        return compactMap { $0.name.lowercased() == key ? $0.value : nil }
    }
}
