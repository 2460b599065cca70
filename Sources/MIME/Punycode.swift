/// Punycode (RFC 3492), encoding only.
enum Punycode {
    private static let base = 36
    private static let minimum = 1
    private static let maximum = 26
    private static let longestLabel = 63

    /// Nil for a label that is too long for a domain name (RFC 1035 §2.3.4).
    static func encoded(_ label: String) -> String? {
        let input = label.unicodeScalars.map { Int($0.value) }
        guard input.count <= longestLabel else { return nil }
        var output = input.filter { $0 < 0x80 }.map { UInt8($0) }
        var state = State(handled: output.count, basic: output.count)
        if !output.isEmpty { output.append(UInt8.ascii("-")) }
        while state.handled < input.count {
            guard let next = input.filter({ $0 >= state.code }).min() else { return nil }
            state.delta += (next - state.code) * (state.handled + 1)
            state.code = next
            for scalar in input { state.take(scalar, &output) }
            state.delta += 1
            state.code += 1
        }
        return output.count + 4 <= longestLabel ? String(decoding: output, as: UTF8.self) : nil
    }

    private struct State {
        var code = 0x80
        var delta = 0
        var bias = 72
        var handled: Int
        var basic: Int

        mutating func take(_ scalar: Int, _ output: inout [UInt8]) {
            if scalar < code { delta += 1 }
            guard scalar == code else { return }
            Punycode.append(delta, bias: bias, to: &output)
            bias = Punycode.adapted(delta, count: handled + 1, isFirst: handled == basic)
            delta = 0
            handled += 1
        }
    }

    /// One number in the variable-length digits of §3.3.
    private static func append(_ delta: Int, bias: Int, to output: inout [UInt8]) {
        var rest = delta
        var position = base
        while true {
            let threshold = min(max(position - bias, minimum), maximum)
            guard rest >= threshold else { break }
            output.append(digit(threshold + (rest - threshold) % (base - threshold)))
            rest = (rest - threshold) / (base - threshold)
            position += base
        }
        output.append(digit(rest))
    }

    private static func digit(_ value: Int) -> UInt8 {
        UInt8(value < 26 ? 0x61 + value : 0x30 + value - 26)
    }

    /// §6.1
    private static func adapted(_ delta: Int, count: Int, isFirst: Bool) -> Int {
        var delta = isFirst ? delta / 700 : delta / 2
        delta += delta / count
        var divisions = 0
        while delta > (base - minimum) * maximum / 2 {
            delta /= base - minimum
            divisions += base
        }
        return divisions + (base - minimum + 1) * delta / (delta + 38)
    }
}
