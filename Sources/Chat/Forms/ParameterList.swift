/// The value of `Content-Type` or `Content-Disposition` in a request: a token and `name=value` parameters.
///
/// HTTP knows neither comments nor continuations there (RFC 9110 §5.6.6), so it is read more narrowly than in mail.
struct ParameterList {
    /// In lower case; empty where it is far longer than any.
    let token: String
    private var parameters: [(name: String, value: [UInt8])] = []

    private static let mostParameters = 50
    private static let longestToken = 200

    init(_ raw: some Sequence<UInt8>) {
        var rest = Array(raw)[...]
        let word = Self.word(&rest)
        token = word.utf8.count <= Self.longestToken ? word.lowercased() : ""
        while parameters.count < Self.mostParameters, Self.skipToParameter(&rest) {
            let name = Self.word(&rest, until: UInt8(ascii: "=")).lowercased()
            guard rest.first == UInt8(ascii: "=") else { continue }
            rest.removeFirst()
            parameters.append((name, Self.value(&rest)))
        }
    }

    /// The text of a parameter, `name` in lower case. The first counts where one is repeated.
    subscript(_ name: String) -> String? {
        parameters.first { $0.name.hasOctets(of: name) }.map { String(decoding: $0.value, as: UTF8.self) }
    }

    /// As the subscript, but `name*=UTF-8''…` comes first (RFC 5987 §3.2). RFC 7578 §4.2 forbids it in forms; some
    /// libraries write it all the same.
    func extended(_ name: String) -> String? {
        guard let value = parameters.first(where: { $0.name.hasOctets(of: name + "*") })?.value else {
            return self[name]
        }
        let parts = value.split(separator: UInt8(ascii: "'"), maxSplits: 2, omittingEmptySubsequences: false)
        guard parts.count == 3, parts[0].count == 5,
            String(decoding: parts[0], as: UTF8.self).lowercased() == "utf-8"
        else { return self[name] }
        return String(decoding: PercentEncoding.decode(parts[2]), as: UTF8.self)
    }

    /// Steps behind the next semicolon and the spaces around it; false at the end.
    private static func skipToParameter(_ rest: inout ArraySlice<UInt8>) -> Bool {
        guard let semicolon = rest.firstIndex(of: UInt8(ascii: ";")) else { return false }
        rest = rest[(semicolon + 1)...].drop(while: isSpace)
        return true
    }

    private static func word(_ rest: inout ArraySlice<UInt8>, until end: UInt8 = UInt8(ascii: ";")) -> String {
        let word = rest.prefix { $0 != end && $0 != UInt8(ascii: ";") }
        rest = rest[word.endIndex...]
        let trimmed = word.drop(while: isSpace)
        let last = trimmed.lastIndex { !isSpace($0) }
        return last.map { String(decoding: trimmed[...$0], as: UTF8.self) } ?? ""
    }

    private static func value(_ rest: inout ArraySlice<UInt8>) -> [UInt8] {
        rest = rest.drop(while: isSpace)
        guard rest.first == UInt8(ascii: "\"") else { return Array(word(&rest).utf8) }
        rest.removeFirst()
        return quoted(&rest)
    }

    /// Backslashes count before a quote or a backslash only: some browsers send whole Windows paths.
    private static func quoted(_ rest: inout ArraySlice<UInt8>) -> [UInt8] {
        var value: [UInt8] = []
        while let octet = rest.popFirst(), octet != UInt8(ascii: "\"") {
            if octet == UInt8(ascii: "\\"), let next = rest.first,
                next == UInt8(ascii: "\"") || next == UInt8(ascii: "\\")
            {
                value.append(next)
                rest.removeFirst()
            } else {
                value.append(octet)
            }
        }
        return value
    }

    private static func isSpace(_ octet: UInt8) -> Bool {
        octet == UInt8(ascii: " ") || octet == UInt8(ascii: "\t")
    }
}
