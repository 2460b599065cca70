/// The value of `Content-Type` or `Content-Disposition`: a token and parameters (RFC 2045 §5.1, RFC 2183),
/// with the charsets and continuations of RFC 2231 and the encoded-words that mail programs put there instead.
struct ParameterizedValue {
    /// `text/plain`, `attachment`; lower case, empty where it cannot be read.
    private(set) var token: String
    private var parameters: [String: [Section]] = [:]

    private struct Section {
        var index: Int
        /// With percent signs and, in the first section, charset and language (RFC 2231 §4).
        var isExtended: Bool
        var octets: Octets
    }

    init(_ raw: Octets) {
        var scanner = ParameterScanner(raw)
        token = scanner.token()
        while let (name, value) = scanner.parameter() { add(name, value) }
    }

    /// A parameter's text; `name` in lower case. Where a name is repeated the first counts.
    subscript(_ name: String) -> String? {
        guard let sections = parameters[name] else { return nil }
        if let extended = extended(sections) { return extended }
        return sections.first { $0.index < 0 }.map { HeaderText.decode($0.octets) }
    }

    private mutating func add(_ name: String, _ octets: Octets) {
        var parts = name.split(separator: "*", omittingEmptySubsequences: false)
        guard let base = parts.first, !base.isEmpty else { return }
        parts.removeFirst()
        let isExtended = parts.last?.isEmpty == true
        let index = parts.first.flatMap { Int($0) } ?? (isExtended ? 0 : -1)
        guard parameters[String(base), default: []].count < 1000 else { return }
        parameters[String(base), default: []].append(Section(index: index, isExtended: isExtended, octets: octets))
    }

    private func extended(_ sections: [Section]) -> String? {
        var byIndex: [Int: Section] = [:]
        for section in sections where section.index >= 0 && byIndex[section.index] == nil {
            byIndex[section.index] = section
        }
        guard let first = byIndex[0] else { return nil }
        var charset: String?
        var octets: [UInt8] = []
        var index = 0
        while let section = byIndex[index] {
            var value = section.octets
            if index == 0, first.isExtended { charset = Self.takeCharset(&value) }
            octets += section.isExtended ? Self.percentDecoded(value) : Array(value)
            index += 1
        }
        if !first.isExtended { return HeaderText.decode(octets[...]) }
        return HeaderText.oneLine(Charset.decode(octets[...], label: charset).text)
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

    private static func percentDecoded(_ value: Octets) -> [UInt8] {
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
