/// Elements whose content is no markup, up to their end tag.
enum HTMLRawText: Int, CaseIterable {
    case script
    case style
    case title
    case textarea
    case noembed
    case iframe

    init?(_ html: OctetSpan, _ name: Range<Int>) {
        for element in Self.allCases where element.isNamed(html, name) {
            self = element
            return
        }
        return nil
    }

    /// How its end tag begins.
    var terminator: StaticString {
        switch self {
        case .script: "</script"
        case .style: "</style"
        case .title: "</title"
        case .textarea: "</textarea"
        case .noembed: "</noembed"
        case .iframe: "</iframe"
        }
    }

    private func isNamed(_ html: OctetSpan, _ name: Range<Int>) -> Bool {
        guard name.count + 2 == terminator.utf8CodeUnitCount else { return false }
        for offset in 0..<name.count
        where html[name.lowerBound + offset].lowercased != terminator.utf8Start[offset + 2] {
            return false
        }
        return true
    }
}
