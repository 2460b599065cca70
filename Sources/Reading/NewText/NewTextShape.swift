import Model

/// How the own text stands to the quotes around it.
struct NewTextShape {
    private let composer: NewTextComposer
    private let isForward: Bool

    init(_ composer: NewTextComposer, isForward: Bool) {
        self.composer = composer
        self.isForward = isForward
    }

    var newText: NewText {
        let shape = shape
        let needsQuote = shape == .forward || shape == .empty
        return NewText(
            text: String(decoding: composer.output, as: UTF8.self),
            shape: shape,
            answers: shape == .interleaved ? answers : [],
            signature: String(decoding: composer.signature, as: UTF8.self),
            passedOn: needsQuote ? quotedText : ""
        )
    }

    private var shape: MessageShape {
        let hasOwn = !composer.output.isEmpty
        if isForward { return .forward }
        guard hasOwn else { return .empty }
        guard composer.hasQuote else { return .plain }
        return isInterleaved ? .interleaved : isBelow ? .replyBelow : .replyAbove
    }

    /// Whether some own words have quoted lines both above and below them.
    private var isInterleaved: Bool {
        let stretches = composer.stretches
        return stretches.indices.contains { index in
            let isFollowed =
                index + 1 < stretches.count ? !stretches[index + 1].quoted.isEmpty : !composer.quoted.isEmpty
            return !stretches[index].quoted.isEmpty && isFollowed
        }
    }

    /// Whether more of the own words stands below the quote than above it.
    private var isBelow: Bool {
        let below = composer.stretches.filter { !$0.quoted.isEmpty }.reduce(0) { $0 + $1.end - $1.start }
        return below * 2 > composer.output.count
    }

    private var answers: [InlineAnswer] {
        var offset = 0
        var octet = 0
        return composer.stretches.compactMap { stretch in
            offset += scalars(octet..<stretch.start)
            let length = scalars(stretch.start..<stretch.end)
            defer { (offset, octet) = (offset + length, stretch.end) }
            guard !stretch.quoted.isEmpty else { return nil }
            let text = String(decoding: composer.output[stretch.start..<stretch.end], as: UTF8.self)
            return InlineAnswer(
                quoted: Self.text(stretch.quoted),
                answer: TextSpan(text: text, start: offset, end: offset + length)
            )
        }
    }

    private func scalars(_ range: Range<Int>) -> Int {
        composer.output[range].reduce(0) { $0 + ($1 & 0xC0 == 0x80 ? 0 : 1) }
    }

    private var quotedText: String {
        let all = composer.stretches.map(\.quoted) + [composer.quoted]
        return Self.text(Array(all.filter { !$0.isEmpty }.joined(separator: [0x0A])))
    }

    private static func text(_ octets: [UInt8]) -> String {
        let start = octets.firstIndex { $0 != 0x0A } ?? octets.endIndex
        let end = octets.lastIndex { $0 != 0x0A }.map { $0 + 1 } ?? start
        return String(decoding: octets[start..<max(start, end)], as: UTF8.self)
    }
}
