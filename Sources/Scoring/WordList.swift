/// Words side by side in one buffer.
struct WordList: Sendable {
    private let bytes: [UInt8]
    /// Where each begins, and where the last ends.
    private let starts: [UInt32]

    init(_ words: [[UInt8]]) {
        var starts: [UInt32] = [0]
        starts.reserveCapacity(words.count + 1)
        var end = 0
        for word in words {
            end += word.count
            starts.append(UInt32(end))
        }
        bytes = Array(words.joined())
        self.starts = starts
    }

    var count: Int { starts.count - 1 }

    subscript(place: Int) -> ArraySlice<UInt8> {
        bytes[Int(starts[place])..<Int(starts[place + 1])]
    }
}
