/// The value of a `style` attribute. White space in it does not count.
struct HTMLStyle {
    var range: Range<Int>

    /// Whether it hides an element from readers, as the preview lines of newsletters are.
    func hides(in html: OctetSpan) -> Bool {
        anyColon(in: html) { colon in
            sets("display", "none", html, colon) || sets("visibility", "hidden", html, colon)
                || sets("mso-hide", "all", html, colon)
        }
    }

    /// Whether some property that ends so has a value that begins so; both in lower case.
    func sets(_ property: StaticString, to value: StaticString, in html: OctetSpan) -> Bool {
        anyColon(in: html) { sets(property, value, html, $0) }
    }

    private func anyColon(in html: OctetSpan, _ isWanted: (Int) -> Bool) -> Bool {
        var start = range.lowerBound
        while let colon = html.firstIndex(of: UInt8.ascii(":"), in: start..<range.upperBound) {
            if isWanted(colon) { return true }
            start = colon + 1
        }
        return false
    }

    private func sets(_ property: StaticString, _ value: StaticString, _ html: OctetSpan, _ colon: Int) -> Bool {
        var index = colon + 1
        for offset in 0..<value.utf8CodeUnitCount {
            while index < range.upperBound, html[index].isWhiteSpace { index += 1 }
            guard index < range.upperBound, html[index].lowercased == value.utf8Start[offset] else { return false }
            index += 1
        }
        return isProperty(property, html, before: colon)
    }

    private func isProperty(_ property: StaticString, _ html: OctetSpan, before colon: Int) -> Bool {
        var index = colon - 1
        for offset in (0..<property.utf8CodeUnitCount).reversed() {
            while index >= range.lowerBound, html[index].isWhiteSpace { index -= 1 }
            guard index >= range.lowerBound, html[index].lowercased == property.utf8Start[offset] else { return false }
            index -= 1
        }
        return true
    }
}
