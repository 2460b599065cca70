/// A run of letters and digits, with `-`, `_`, `/`, `.` and `,` where another letter or digit follows.
struct NumberRun {
    /// In bytes, as everything here.
    let range: Range<Int>
    private(set) var digits = 0
    private(set) var letters = 0
    private(set) var joints = 0
    private let source: UnsafeBufferPointer<UInt8>

    init(_ source: UnsafeBufferPointer<UInt8>, from start: Int, end limit: Int) {
        self.source = source
        var end = start
        while end < limit {
            let sight = ScalarSight(source, at: end)
            switch sight.kind {
            case .digit: digits += 1
            case .letter, .combining: letters += 1
            default:
                guard Self.isJoint(source, at: end, before: limit) else {
                    range = start..<end
                    return
                }
                joints += 1
            }
            end += sight.length
        }
        range = start..<end
    }

    var end: Int { range.upperBound }

    private static func isJoint(_ source: UnsafeBufferPointer<UInt8>, at byte: Int, before limit: Int) -> Bool {
        switch source[byte] {
        case UInt8(ascii: "-"), UInt8(ascii: "_"), UInt8(ascii: "/"), UInt8(ascii: "."), UInt8(ascii: ","):
            guard byte + 1 < limit else { return false }
            let next = ScalarSight(source, at: byte + 1).kind
            return next == .digit || next == .letter
        default:
            return false
        }
    }

    /// An id has letters and at least three digits, or at least five digits and nothing else; 24.12.2025 and
    /// 2025-12-24 are dates; the rest are numbers, also "15th" and "5kg".
    var kind: TokenClass {
        if letters > 0 { return digits >= 3 ? .id : .number }
        if joints == 0 { return digits >= 5 ? .id : .number }
        return isDate ? .date : digits >= 9 && !hasSeparatorsOnly ? .id : .number
    }

    private var hasSeparatorsOnly: Bool {
        source[range].allSatisfy { $0 != UInt8(ascii: "-") && $0 != UInt8(ascii: "/") && $0 != UInt8(ascii: "_") }
    }

    private var isDate: Bool {
        guard (1...2).contains(joints), range.count <= 10 else { return false }
        let parts = source[range].split(omittingEmptySubsequences: false) {
            $0 == UInt8(ascii: "-") || $0 == UInt8(ascii: "/") || $0 == UInt8(ascii: ".")
        }
        guard parts.count == 3, parts.allSatisfy({ $0.allSatisfy { $0 &- 0x30 < 10 } }) else { return false }
        let sizes = parts.map(\.count)
        return sizes[1] <= 2 && (sizes[0] <= 2 && [2, 4].contains(sizes[2]) || sizes[0] == 4 && sizes[2] <= 2)
    }
}
