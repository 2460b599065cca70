/// Damerau's distance between words in UTF-8, as far as it matters whether it is 0, 1 or more.
enum EditDistance {
    static func isOne(_ a: ArraySlice<UInt8>, _ b: ArraySlice<UInt8>) -> Bool {
        isAtMostOne(a, b) && !a.elementsEqual(b)
    }

    /// What is left once the equal beginnings and ends are taken off tells.
    static func isAtMostOne(_ a: ArraySlice<UInt8>, _ b: ArraySlice<UInt8>) -> Bool {
        guard abs(a.count - b.count) <= 4 else { return false }
        let shorter = min(a.count, b.count)
        var prefix = 0
        while prefix < shorter, a[a.startIndex + prefix] == b[b.startIndex + prefix] { prefix += 1 }
        while isInside(a, prefix) || isInside(b, prefix) { prefix -= 1 }
        var suffix = 0
        while suffix < shorter - prefix, a[a.endIndex - 1 - suffix] == b[b.endIndex - 1 - suffix] { suffix += 1 }
        while suffix > 0, a[a.endIndex - suffix] & 0xC0 == 0x80 { suffix -= 1 }
        return isOneSlip(a.dropFirst(prefix).dropLast(suffix), b.dropFirst(prefix).dropLast(suffix))
    }

    private static func isInside(_ word: ArraySlice<UInt8>, _ offset: Int) -> Bool {
        offset > 0 && offset < word.count && word[word.startIndex + offset] & 0xC0 == 0x80
    }

    private static func isOneSlip(_ a: ArraySlice<UInt8>, _ b: ArraySlice<UInt8>) -> Bool {
        guard a.count <= 8, b.count <= 8 else { return false }
        let (lettersA, lettersB) = (letters(a), letters(b))
        if lettersA <= 1, lettersB <= 1 { return true }
        guard lettersA == 2, lettersB == 2, a.count == b.count else { return false }
        let second = a.dropFirst().firstIndex { $0 & 0xC0 != 0x80 } ?? a.endIndex
        return (a[second...] + a[..<second]).elementsEqual(b)
    }

    private static func letters(_ word: ArraySlice<UInt8>) -> Int {
        word.count { $0 & 0xC0 != 0x80 }
    }
}
