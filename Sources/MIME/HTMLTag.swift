/// A start tag with those of its attributes that matter. One is used for all tags of a document.
struct HTMLTag {
    private(set) var name = HTMLElement.other
    private var attributes: [HTMLAttribute] = []

    private static let mostAttributes = 100

    /// - Parameter inside: what stands between the name and `>`.
    mutating func read(_ name: HTMLElement, inside: Range<Int>, of html: OctetSpan) {
        self.name = name
        attributes.removeAll(keepingCapacity: true)
        guard !inside.isEmpty else { return }
        var scanner = HTMLAttributeScanner(inside)
        var count = 0
        while count < Self.mostAttributes, let (key, value) = scanner.next(in: html) {
            if let name = HTMLAttribute.names[key] { attributes.append(HTMLAttribute(name: name, value: value)) }
            count += 1
        }
    }

    /// Where the value of the first attribute of that name stands.
    func value(_ name: HTMLAttribute.Name) -> Range<Int>? {
        for attribute in attributes where attribute.name == name { return attribute.value }
        return nil
    }

    /// Hidden from readers.
    func isHidden(in html: OctetSpan) -> Bool {
        for attribute in attributes where attribute.name == .hidden { return true }
        guard let style = value(.style) else { return false }
        return HTMLEntity.withResolved(html, style) { HTMLStyle(range: $1).hides(in: $0) }
    }

    /// The first container that an attribute speaks of.
    func firstContainer(_ container: (HTMLAttribute) -> HTMLContainer?) -> HTMLContainer? {
        for attribute in attributes {
            if let found = container(attribute) { return found }
        }
        return nil
    }

    /// Whether a `blockquote` only indents: web mailers offer it as a button, and people use it for their own words.
    func isIndent(in html: OctetSpan) -> Bool {
        for attribute in attributes where attribute.name == .style {
            let style = HTMLStyle(range: attribute.value)
            if style.sets("border", to: "none", in: html) || style.sets("border", to: "0", in: html)
                || style.sets("border-width", to: "0", in: html)
            {
                return true
            }
        }
        return false
    }
}
