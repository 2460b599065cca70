/// Where `[[name]]` stands in a text.
struct SlotSpans {
    let ranges: [Range<Int>]

    init(_ scalars: [Unicode.Scalar]) {
        var ranges: [Range<Int>] = []
        var open: Int?
        var index = 0
        while index + 1 < scalars.count {
            let isPair = scalars[index] == scalars[index + 1]
            if isPair, scalars[index] == "[" {
                open = index
                index += 1
            } else if isPair, scalars[index] == "]", let start = open {
                ranges.append(start..<index + 2)
                open = nil
                index += 1
            } else if scalars[index] == "\n" {
                open = nil
            }
            index += 1
        }
        self.ranges = ranges
    }

    func contains(_ place: Int) -> Bool {
        ranges.contains { $0.contains(place) }
    }
}
