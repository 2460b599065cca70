/// Text with everything in it that headers and bodies trip over.
struct RandomWords {
    private var generator: SplitMix

    private static let words = [
        "order", "Größe", "日本語", "😀", "a,b", "\"quoted\"", "(comment)", "<tag>", "x@y.org", "=?utf-8?q?no?=", "a:b",
        ";", "\\",
        "Привет", "=", "?", "_", ".", "From", "e\u{301}", "averyveryverylongwordwithoutanyspacesinit", "-",
    ]

    init(seed: UInt64) {
        generator = SplitMix(seed: seed)
    }

    mutating func line(_ longest: Int) -> String {
        let count = Int.random(in: 1...longest, using: &generator)
        return (0..<count).map { _ in Self.words.randomElement(using: &generator) ?? "" }.joined(separator: " ")
    }

    mutating func text(lines: Int) -> String {
        (0..<lines).map { _ in line(20) + (Bool.random(using: &generator) ? " " : "") + "\n" }.joined() + "end"
    }
}
