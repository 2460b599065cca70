/// A set of UIDs, kept as ascending ranges that neither touch nor overlap.
///
///     1:3,7,9:12
///
/// A range that reaches 4294967295 is written `n:*`. Always printed ascending, since some servers refuse the
/// descending form that the grammar allows. RFC 9051 section 9, `sequence-set`.
package struct UIDSet: Hashable, Sendable {
    /// Ascending, disjoint, not adjacent; lower bounds of at least 1.
    private(set) var ranges: [ClosedRange<UInt32>] = []

    /// The empty set.
    package init() {}

    /// One UID.
    package init(_ uid: UID) { ranges = [uid.rawValue...uid.rawValue] }

    /// Every UID from the first to the last.
    package init(_ range: ClosedRange<UID>) { ranges = [range.lowerBound.rawValue...range.upperBound.rawValue] }

    /// Every UID from this one on: `n:*`. A server answers `n:*` with its last message when that is below `n`,
    /// so what comes back must be checked against the set.
    package init(from uid: UID) { ranges = [uid.rawValue...UInt32.max] }

    /// UIDs in any order, repeats allowed.
    package init(_ uids: some Sequence<UID>) { self.init(merging: uids.map { $0.rawValue...$0.rawValue }) }

    /// Ranges in any order, overlaps allowed; 0 is left out.
    init(merging unordered: [ClosedRange<UInt32>]) {
        for range in unordered.inOrder() where range.upperBound > 0 {
            append(max(1, range.lowerBound)...range.upperBound)
        }
    }

    /// How many UIDs.
    package var count: Int { ranges.reduce(0) { $0 + $1.count } }

    /// Whether there is none.
    package var isEmpty: Bool { ranges.isEmpty }

    /// The lowest.
    package var first: UID? { ranges.first.flatMap { UID($0.lowerBound) } }

    /// The highest.
    package var last: UID? { ranges.last.flatMap { UID($0.upperBound) } }

    /// The UIDs, ascending, made as they are asked for: a set of `1:*` costs nothing until it is walked.
    package var uids: some Sequence<UID> { ranges.lazy.flatMap { $0.lazy.compactMap { UID($0) } } }

    /// Whether the UID is in the set; logarithmic.
    package func contains(_ uid: UID) -> Bool {
        let index = firstIndex { $0.upperBound >= uid.rawValue }
        return index < ranges.count && ranges[index].lowerBound <= uid.rawValue
    }

    /// Adds one UID.
    package mutating func insert(_ uid: UID) {
        let value = uid.rawValue
        guard let last = ranges.last, value <= last.upperBound else { return append(value...value) }
        guard !contains(uid) else { return }
        let start = firstIndex { $0.upperBound >= value - 1 }
        var end = start
        var merged = value...value
        while end < ranges.count, ranges[end].lowerBound <= value + 1 {
            merged = min(merged.lowerBound, ranges[end].lowerBound)...max(merged.upperBound, ranges[end].upperBound)
            end += 1
        }
        ranges.replaceSubrange(start..<end, with: CollectionOfOne(merged))
    }

    /// Removes the lowest `limit` UIDs and gives them back.
    package mutating func removeFirst(_ limit: Int) -> UIDSet {
        var taken = UIDSet()
        var left = limit
        var used = 0
        while left > 0, used < ranges.count {
            let range = ranges[used]
            if range.count <= left {
                taken.ranges.append(range)
                used += 1
            } else {
                let cut = range.lowerBound + UInt32(left)
                taken.ranges.append(range.lowerBound...(cut - 1))
                ranges[used] = cut...range.upperBound
            }
            left -= min(left, range.count)
        }
        ranges.removeFirst(used)
        return taken
    }

    /// The UIDs of this set that lie in the range.
    package func limited(to bounds: ClosedRange<UID>) -> UIDSet {
        let bounds = bounds.lowerBound.rawValue...bounds.upperBound.rawValue
        var result = UIDSet()
        result.ranges = ranges.filter { $0.overlaps(bounds) }.map { $0.clamped(to: bounds) }
        return result
    }

    /// The UIDs of either set.
    package func union(_ other: UIDSet) -> UIDSet { UIDSet(merging: ranges + other.ranges) }

    private func firstIndex(where isAtOrPast: (ClosedRange<UInt32>) -> Bool) -> Int {
        var low = 0
        var high = ranges.count
        while low < high {
            let middle = (low + high) / 2
            if isAtOrPast(ranges[middle]) { high = middle } else { low = middle + 1 }
        }
        return low
    }

    /// Only for ranges whose lower bound is not below that of any range so far.
    private mutating func append(_ range: ClosedRange<UInt32>) {
        guard let last = ranges.last, range.lowerBound <= last.upperBound || range.lowerBound - 1 == last.upperBound
        else { return ranges.append(range) }
        ranges[ranges.count - 1] = last.lowerBound...max(last.upperBound, range.upperBound)
    }
}

extension UIDSet: CustomStringConvertible {
    /// As on the wire: `1:3,7,9:*`; empty for the empty set, which no command can carry.
    package var description: String {
        ranges.map(Self.wire).joined(separator: ",")
    }

    private static func wire(_ range: ClosedRange<UInt32>) -> String {
        if range.upperBound == .max { return range.lowerBound == .max ? "*" : "\(range.lowerBound):*" }
        return range.count == 1 ? "\(range.lowerBound)" : "\(range.lowerBound):\(range.upperBound)"
    }
}

extension [ClosedRange<UInt32>] {
    /// By lower bound; the check first, because servers mostly answer in order.
    fileprivate func inOrder() -> Self {
        let isOrdered = zip(self, dropFirst()).allSatisfy { $0.lowerBound <= $1.lowerBound }
        return isOrdered ? self : sorted { $0.lowerBound < $1.lowerBound }
    }
}
