/// The value of `Content-Type` or `Content-Disposition`: a token and parameters (RFC 2045 §5.1, RFC 2183),
/// with the charsets and continuations of RFC 2231 and the encoded-words that mail programs put there instead.
struct ParameterizedValue {
    /// `text/plain`, `attachment`; lower case, empty where it cannot be read.
    private(set) var token: String
    private var sections: [Section] = []

    private struct Section {
        /// In lower case, without asterisks.
        var name: Octets
        /// -1 for a parameter that is given whole, without RFC 2231.
        var index: Int
        /// With percent signs and, in the first section, charset and language (RFC 2231 §4).
        var isExtended: Bool
        var octets: Octets
    }

    /// Parameters after so many are not looked at.
    private static let mostSections = 2000

    init(_ raw: Octets) {
        var scanner = ParameterScanner(raw)
        token = scanner.token()
        while sections.count < Self.mostSections, let (name, value) = scanner.parameter() { add(name, value) }
    }

    /// Whether the token is a type and a subtype.
    var isMediaType: Bool {
        token.utf8.count { $0 == UInt8.ascii("/") } == 1
    }

    /// `name` in lower case.
    func has(_ name: StaticString) -> Bool {
        sections.contains { Self.isNamed($0, name) }
    }

    /// A parameter's text; `name` in lower case. Where a name is repeated the first counts.
    subscript(_ name: StaticString) -> String? {
        let found = sections.filter { Self.isNamed($0, name) }
        guard !found.isEmpty else { return nil }
        if let continued = continued(found) { return continued }
        return found.first { $0.index < 0 }.map { Self.text($0.octets) }
    }

    private static func isNamed(_ section: Section, _ name: StaticString) -> Bool {
        section.name.count == name.utf8CodeUnitCount && section.name.starts(withWord: name)
    }

    /// `name`, `name*`, `name*0` or `name*0*`
    private mutating func add(_ name: Octets, _ octets: Octets) {
        let star = UInt8.ascii("*")
        let base = name.prefix { $0 != star }
        let marks = name[base.endIndex...]
        let isExtended = marks.last == star
        let digits = marks.drop { $0 == star }.prefix { $0.isDigit }
        let index = Int(String(decoding: digits.prefix(6), as: UTF8.self)) ?? (isExtended ? 0 : -1)
        guard !base.isEmpty else { return }
        sections.append(Section(name: base, index: index, isExtended: isExtended, octets: octets))
    }

    /// The sections of RFC 2231 §3 put together; programs have been seen to count from 1.
    private func continued(_ found: [Section]) -> String? {
        var ordered: [Section] = []
        for section in found.filter({ $0.index >= 0 }).sorted(by: { $0.index < $1.index }) {
            let expected = ordered.last.map { $0.index + 1 } ?? min(section.index, 1)
            if section.index == expected { ordered.append(section) }
        }
        guard let first = ordered.first else { return nil }
        var charset: String?
        var octets: [UInt8] = []
        for (position, section) in ordered.enumerated() {
            var value = section.octets
            if position == 0, first.isExtended { charset = Self.takeCharset(&value) }
            octets += section.isExtended ? PercentEncoding.decode(value) : Array(value)
        }
        if !ordered.contains(where: \.isExtended) { return Self.text(octets[...]) }
        if charset == nil, EncodedWord.occurs(in: octets[...]) { return HeaderText.decode(octets[...]) }
        return HeaderText.oneLine(Charset.decode(octets[...], label: charset).text)
    }

    /// Encoded-words have no place here (RFC 2047 §5) and are what most programs write; some write percent signs.
    private static func text(_ octets: Octets) -> String {
        if octets.contains(UInt8.ascii("%")), !octets.contains(ASCII.space), octets.isASCII {
            let decoded = PercentEncoding.decode(octets)
            if !decoded[...].isASCII, let text = String(validating: decoded, as: UTF8.self) {
                return HeaderText.oneLine(text)
            }
        }
        return HeaderText.decode(octets)
    }

    /// `charset'language'text`
    private static func takeCharset(_ value: inout Octets) -> String? {
        let quote = UInt8.ascii("'")
        guard let first = value.firstIndex(of: quote) else { return nil }
        let rest = value[(first + 1)...]
        guard let second = rest.firstIndex(of: quote) else { return nil }
        defer { value = value[(second + 1)...] }
        return first > value.startIndex ? String(token: value[..<first]) : nil
    }
}

enum PercentEncoding {
    /// What is no percent sign with two digits stays as it is.
    static func decode(_ value: Octets) -> [UInt8] {
        var octets: [UInt8] = []
        var index = value.startIndex
        while index < value.endIndex {
            if value[index] == UInt8.ascii("%"), index + 2 < value.endIndex, let high = value[index + 1].hexValue,
                let low = value[index + 2].hexValue
            {
                octets.append(high << 4 | low)
                index += 3
            } else {
                octets.append(value[index])
                index += 1
            }
        }
        return octets
    }
}
