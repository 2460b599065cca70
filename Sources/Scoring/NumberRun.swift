/// A run of letters and digits, with `-`, `_`, `/`, `.` and `,` where another letter or digit follows.
struct NumberRun {
    let start: Int
    private(set) var end: Int
    private(set) var digits = 0
    private(set) var letters = 0
    private(set) var joints = 0

    init(_ scalars: [Unicode.Scalar], from start: Int, end limit: Int) {
        self.start = start
        end = start
        while end < limit, take(scalars[end], next: end + 1 < limit ? scalars[end + 1] : nil) { end += 1 }
    }

    private mutating func take(_ scalar: Unicode.Scalar, next: Unicode.Scalar?) -> Bool {
        switch ScalarClass(scalar) {
        case .digit: digits += 1
        case .letter, .combining: letters += 1
        default: return takeJoint(scalar, next: next)
        }
        return true
    }

    private mutating func takeJoint(_ scalar: Unicode.Scalar, next: Unicode.Scalar?) -> Bool {
        guard let next, ["-", "_", "/", ".", ","].contains(scalar) else { return false }
        switch ScalarClass(next) {
        case .digit, .letter: joints += 1
        default: return false
        }
        return true
    }

    /// An id has letters and at least three digits, or at least five digits and nothing else; 24.12.2025 and
    /// 2025-12-24 are dates; the rest are numbers, also "15th" and "5kg".
    func kind(in scalars: [Unicode.Scalar]) -> TokenClass {
        if letters > 0 { return digits >= 3 ? .id : .number }
        if joints == 0 { return digits >= 5 ? .id : .number }
        return isDate(in: scalars) ? .date : digits >= 9 && !hasSeparatorsOnly(in: scalars) ? .id : .number
    }

    private func hasSeparatorsOnly(in scalars: [Unicode.Scalar]) -> Bool {
        scalars[start..<end].allSatisfy { $0 != "-" && $0 != "/" && $0 != "_" }
    }

    private func isDate(in scalars: [Unicode.Scalar]) -> Bool {
        guard (1...2).contains(joints), end - start <= 10 else { return false }
        let parts = scalars[start..<end].split(whereSeparator: { ["-", "/", "."].contains($0) })
        guard parts.count == 3, parts.allSatisfy({ $0.allSatisfy { ScalarClass($0) == .digit } }) else { return false }
        let sizes = parts.map(\.count)
        return sizes[1] <= 2 && (sizes[0] <= 2 && [2, 4].contains(sizes[2]) || sizes[0] == 4 && sizes[2] <= 2)
    }
}
