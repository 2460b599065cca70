/// A start tag with its attributes as they stand.
struct HTMLTag {
    var name: HTMLElement
    private var attributes: [(name: Octets, value: Octets)] = []

    private static let mostAttributes = 100

    /// - Parameter inside: what stands between the name and `>`.
    init(name: HTMLElement, inside: Octets) {
        self.name = name
        var index = inside.startIndex
        while index < inside.endIndex, attributes.count < Self.mostAttributes { attribute(inside, &index) }
    }

    /// An attribute's value with entities resolved and white space trimmed.
    func value(_ name: StaticString) -> Octets? {
        attributes.first { $0.name.count == name.utf8CodeUnitCount && $0.name.starts(withWord: name) }
            .map { HTMLEntity.resolved($0.value).filter { $0 >= 0x20 }.trimmed() }
    }

    enum Mark {
        case style(Octets)
        case type(Octets)
        /// A class, an id or a name.
        case name(Octets)
    }

    /// The attributes by which mail programs mark what they quote, as they stand.
    var marks: some Sequence<Mark> {
        attributes.lazy.compactMap { name, value in
            switch name.count {
            case 2 where name.starts(withWord: "id"), 11 where name.starts(withWord: "data-marker"): .name(value)
            case 4 where name.starts(withWord: "name"), 5 where name.starts(withWord: "class"): .name(value)
            case 4 where name.starts(withWord: "type"): .type(value)
            case 5 where name.starts(withWord: "style"): .style(value)
            default: nil
            }
        }
    }

    /// Hidden from readers, as the preview lines of newsletters are.
    var isHidden: Bool {
        if attributes.contains(where: { $0.name.count == 6 && $0.name.starts(withWord: "hidden") }) { return true }
        guard attributes.contains(where: { $0.name.starts(withWord: "style") && Self.mayHide($0.value) }),
            let style = value("style")
        else { return false }
        let text = style.filter { !$0.isWhiteSpace }[...]
        return text.contains(word: "display:none") || text.contains(word: "mso-hide:all")
            || text.contains(word: "visibility:hidden")
    }

    /// Most styles hold none of the words by which some hide, and need not be copied to be looked at.
    private static func mayHide(_ style: Octets) -> Bool {
        style.contains(word: "none") || style.contains(word: "hid") || style.contains(UInt8.ascii("&"))
    }

    private mutating func attribute(_ inside: Octets, _ index: inout Int) {
        while index < inside.endIndex, inside[index].isWhiteSpace || inside[index] == UInt8.ascii("/") { index += 1 }
        let start = index
        while index < inside.endIndex, !inside[index].isWhiteSpace, inside[index] != UInt8.ascii("=") || index == start
        {
            index += 1
        }
        let name = inside[start..<index]
        var after = index
        while after < inside.endIndex, inside[after].isWhiteSpace { after += 1 }
        var value: Octets = []
        if after < inside.endIndex, inside[after] == UInt8.ascii("=") {
            index = after + 1
            value = Self.value(inside, &index)
        }
        if !name.isEmpty { attributes.append((name, value)) }
    }

    private static func value(_ inside: Octets, _ index: inout Int) -> Octets {
        while index < inside.endIndex, inside[index].isWhiteSpace { index += 1 }
        guard index < inside.endIndex else { return [] }
        let quote = inside[index]
        if quote == UInt8.ascii("\"") || quote == UInt8.ascii("'") {
            let start = index + 1
            let end = inside[start...].firstIndex(of: quote) ?? inside.endIndex
            index = min(end + 1, inside.endIndex)
            return inside[start..<end]
        }
        let start = index
        while index < inside.endIndex, !inside[index].isWhiteSpace { index += 1 }
        return inside[start..<index]
    }
}

extension HTMLTag {
    /// An image whose alternative text is a few symbols stands for an emoji.
    static func isEmoji(_ alternative: Octets) -> Bool {
        !alternative.isEmpty && alternative.count <= 16 && alternative.allSatisfy { $0 >= 0x80 }
    }

    static func isWebAddress(_ url: Octets) -> Bool {
        url.starts(withWord: "http://") || url.starts(withWord: "https://") || url.starts(withWord: "mailto:")
    }

    /// Whether a link's text already says where it goes.
    static func shows(_ text: Octets, _ url: Octets) -> Bool {
        bare(text).elementsEqual(bare(url))
    }

    private static func bare(_ url: Octets) -> [UInt8] {
        var rest = url.trimmed()
        if rest.starts(withWord: "https://") { rest = rest.dropFirst(8) }
        if rest.starts(withWord: "http://") || rest.starts(withWord: "mailto:") { rest = rest.dropFirst(7) }
        if rest.starts(withWord: "www.") { rest = rest.dropFirst(4) }
        while rest.last == UInt8.ascii("/") { rest.removeLast() }
        return rest.map(\.lowercased)
    }
}
