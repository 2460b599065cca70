/// Where greeting, body and signature of a reply are, by the cue words found in it.
struct ReplyLayout {
    /// The greeting's range; empty where there is none.
    let greeting: Range<Int>
    /// Where the closing formula and the signature begin; the end of the text where there is none.
    let signatureStart: Int

    private static let longestGreeting = 70
    private static let longestSignatureLine = 40
    private static let longestClosing = 90
    private static let mostSignatureLines = 6

    /// - Parameter closings: with their weights; below 1 for words that begin sentences as well.
    init(_ scalars: [Unicode.Scalar], greetings: [CueFinder.Find], closings: [CueFinder.Find]) {
        let start = scalars.firstIndex { $0.isWordPart } ?? 0
        greeting = Self.greeting(scalars, from: start, greetings.map(\.range))
        signatureStart = Self.signatureStart(scalars, after: greeting.upperBound, closings)
    }

    /// Up to the sign behind the name: "Hola, Ana:" has one before it too.
    private static func greeting(
        _ scalars: [Unicode.Scalar],
        from start: Int,
        _ greetings: [Range<Int>]
    ) -> Range<Int> {
        guard let cue = greetings.filter({ $0.lowerBound == start }).max(by: { $0.upperBound < $1.upperBound }) else {
            return start..<start
        }
        let limit = min(scalars.count, start + longestGreeting)
        var index = cue.upperBound
        // A comma right behind the greeting word is not its end where a short name follows.
        if index < limit, scalars[index] == ",", let end = nameEnd(scalars, from: index + 1, limit: limit) {
            return start..<end
        }
        while index < limit {
            if endsGreeting(scalars[index]), !isTitle(scalars, before: index) { break }
            index += 1
        }
        while index < limit, isSign(scalars[index]) { index += 1 }
        return index < limit || limit == scalars.count ? start..<index : start..<start
    }

    private static func isSign(_ scalar: Unicode.Scalar) -> Bool {
        scalar == "," || scalar == ":" || scalar == "!"
    }

    private static func endsGreeting(_ scalar: Unicode.Scalar) -> Bool {
        isSign(scalar) || scalar == "\n" || scalar == "."
    }

    private static func isTitle(_ scalars: [Unicode.Scalar], before index: Int) -> Bool {
        guard scalars[index] == "." else { return false }
        var first = index
        while first > 0, scalars[first - 1].isWordPart { first -= 1 }
        return index - first <= 4
    }

    private static func nameEnd(_ scalars: [Unicode.Scalar], from start: Int, limit: Int) -> Int? {
        var words = 0
        var isInWord = false
        for index in start..<limit {
            let scalar = scalars[index]
            if isSign(scalar) || scalar == "\n" { return (1...3).contains(words) ? index + 1 : nil }
            if scalar.isWordPart, !isInWord {
                guard scalar.isCapital else { return nil }
                words += 1
            }
            isInWord = scalar.isWordPart
        }
        return nil
    }

    private static func signatureStart(
        _ scalars: [Unicode.Scalar],
        after: Int,
        _ closings: [CueFinder.Find]
    ) -> Int {
        let lines = lines(of: scalars, after: after)
        let last = lines.suffix(mostSignatureLines)
        if let line = last.first(where: { isClosing($0, scalars, closings) }) { return line.lowerBound }
        return nameStart(scalars, lines)
    }

    private static func isClosing(
        _ line: Range<Int>,
        _ scalars: [Unicode.Scalar],
        _ closings: [CueFinder.Find]
    ) -> Bool {
        guard line.count <= longestClosing else { return false }
        let weight = closings.filter { $0.range.lowerBound == line.lowerBound }.map(\.weight).max() ?? 0
        return weight >= 1 || weight > 0 && line.count <= longestSignatureLine && !endsLikeSentence(scalars, line)
    }

    /// Where a name stands below an empty line or the last sentence, without a closing formula.
    private static func nameStart(_ scalars: [Unicode.Scalar], _ lines: [Range<Int>]) -> Int {
        var start = scalars.count
        for line in lines.reversed() where line.count <= longestSignatureLine && !endsLikeSentence(scalars, line) {
            guard line.upperBound + 2 >= start || start == scalars.count, lines.count > 1 else { break }
            start = line.lowerBound
            if start > 1, scalars[start - 2] == "\n" || isLoneName(line, below: lines, scalars) { return start }
        }
        return scalars.count
    }

    private static func isLoneName(_ line: Range<Int>, below lines: [Range<Int>], _ scalars: [Unicode.Scalar]) -> Bool {
        guard line == lines.last, let above = lines.dropLast().last else { return false }
        let words = scalars[line].split { $0 == " " }
        return endsLikeSentence(scalars, above) && words.count <= 3
            && words.allSatisfy { $0.first?.isCapital == true }
    }

    private static func endsLikeSentence(_ scalars: [Unicode.Scalar], _ line: Range<Int>) -> Bool {
        guard let last = line.last else { return false }
        switch scalars[last] {
        case ".", "?", "!", ":", ",", "]", "…": return true
        default: return false
        }
    }

    /// Lines that are not empty, without white space around them.
    static func lines(of scalars: [Unicode.Scalar], after: Int) -> [Range<Int>] {
        var lines: [Range<Int>] = []
        var start = after
        for index in after..<scalars.count + 1 where index == scalars.count || scalars[index] == "\n" {
            var line = start..<index
            while let first = line.first, scalars[first].isBlank { line = first + 1..<index }
            while let last = line.last, scalars[last].isBlank { line = line.lowerBound..<last }
            if !line.isEmpty { lines.append(line) }
            start = index + 1
        }
        return lines
    }
}
