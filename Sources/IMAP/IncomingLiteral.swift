/// A literal of which some bytes are still to come.
struct IncomingLiteral: Sendable {
    private let size: Int
    private let isKept: Bool
    private var bytes: [UInt8] = []
    private var missing: Int

    /// So much is set aside at once; a larger literal grows as it comes, since an announcement alone costs a server
    /// nothing.
    private static let reserved = 1 << 20

    init(size: Int, isKept: Bool) {
        self.size = size
        self.isKept = isKept
        missing = size
        if isKept { bytes.reserveCapacity(min(size, Self.reserved)) }
    }

    /// Takes what belongs to the literal from the start of the bytes and says how many that were.
    mutating func take(from chunk: ArraySlice<UInt8>) -> Int {
        let taken = min(missing, chunk.count)
        if isKept { bytes.append(contentsOf: chunk.prefix(taken)) }
        missing -= taken
        return taken
    }

    /// The literal, once nothing is missing.
    var complete: Literal? {
        guard missing == 0 else { return nil }
        return isKept ? .bytes(bytes) : .skipped(size: size)
    }
}
