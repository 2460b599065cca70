/// What stands before an item of a list.
struct HTMLBullet {
    /// How many lists the item's own list lies in.
    var depth: Int
    /// Nil in a list without numbers.
    var number: Int?

    private static let deepest = 8

    func append(to output: inout [UInt8]) {
        for _ in 0..<min(depth, Self.deepest) {
            output.append(ASCII.space)
            output.append(ASCII.space)
        }
        if let number {
            output.append(contentsOf: String(number).utf8)
            output.append(UInt8.ascii("."))
        } else {
            output.append(UInt8.ascii("*"))
        }
        output.append(ASCII.space)
    }
}
