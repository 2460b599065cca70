/// Octets written as a percent sign and two digits (RFC 3986 §2.1).
enum PercentEncoding {
    /// Percent signs without two digits stay as they are.
    /// - Parameter plusIsSpace: as in forms.
    static func decode(_ octets: ArraySlice<UInt8>, plusIsSpace: Bool = false) -> ArraySlice<UInt8> {
        let hasPlus = plusIsSpace && octets.contains(UInt8(ascii: "+"))
        guard hasPlus || octets.contains(UInt8(ascii: "%")) else { return octets }
        var result: [UInt8] = []
        result.reserveCapacity(octets.count)
        var rest = octets
        while let octet = rest.popFirst() {
            if octet == UInt8(ascii: "%"), let value = triplet(rest) {
                result.append(value)
                rest = rest.dropFirst(2)
            } else {
                result.append(hasPlus && octet == UInt8(ascii: "+") ? UInt8(ascii: " ") : octet)
            }
        }
        return result[...]
    }

    /// The octet that the two digits at the start of `rest` stand for.
    private static func triplet(_ rest: ArraySlice<UInt8>) -> UInt8? {
        guard rest.count >= 2, let high = Hexadecimal.value(of: rest[rest.startIndex]),
            let low = Hexadecimal.value(of: rest[rest.startIndex + 1])
        else { return nil }
        return high << 4 | low
    }
}
