/// Puts the own lines of a message together, and keeps what each stretch of them answers.
struct NewTextComposer {
    /// Own lines without a quote between them, in octets of the output.
    struct Stretch {
        var start: Int
        var end: Int
        /// The quoted lines right above it, without their marks.
        var quoted: [UInt8]
    }

    private(set) var output: [UInt8] = []
    private(set) var stretches: [Stretch] = []
    private(set) var signature: [UInt8] = []
    private(set) var hasQuote = false
    /// Quoted lines since the last own one.
    private(set) var quoted: [UInt8] = []

    private let sorted: SortedLines
    private var isQuoteSince = true
    private var isStruckSince = false
    private var blanks = 0

    init(_ sorted: SortedLines) {
        self.sorted = sorted
        output.reserveCapacity(sorted.lines.octets.count)
        for index in sorted.roles.indices { take(index) }
    }

    private mutating func take(_ index: Int) {
        switch sorted.roles[index] {
        case .own: if sorted.lines[index].isBlank { blanks += 1 } else { own(index) }
        case .quoted:
            strike(isQuote: true)
            hasQuote = true
            Self.add(sorted.lines.text(index), to: &quoted)
        case .introduction: strike(isQuote: true)
        case .signature:
            strike(isQuote: false)
            Self.add(sorted.lines.text(index), to: &signature)
        }
    }

    private mutating func strike(isQuote: Bool) {
        isStruckSince = true
        isQuoteSince = isQuoteSince || isQuote
    }

    private static func add(_ text: ArraySlice<UInt8>, to lines: inout [UInt8]) {
        if !lines.isEmpty { lines.append(0x0A) }
        lines += text
    }

    /// Blank lines stay as they are, but where something was taken out one is enough.
    private mutating func own(_ index: Int) {
        if !output.isEmpty {
            let kept = isStruckSince ? min(blanks, 1) : blanks
            output += repeatElement(0x0A, count: kept + 1)
        }
        if isQuoteSince { stretches.append(Stretch(start: output.count, end: 0, quoted: quoted)) }
        output += sorted.lines.octets[Int(sorted.lines[index].start)..<Int(sorted.lines[index].textEnd)]
        stretches[stretches.count - 1].end = output.count
        if isQuoteSince { quoted = [] }
        (blanks, isQuoteSince, isStruckSince) = (0, false, false)
    }
}
