import Foundation

/// How the time of some work grows with the size of its input, kind by kind: time in proportion to the size is the aim, so
/// that no input costs more for each octet when it is large than when it is small.
struct GrowthTable {
    /// Growth beyond this is told.
    private static let mostGrowth = 4.0
    /// A larger input is left out when one before it took so long.
    private static let patience = Duration.seconds(6)

    private let sizes: [Int]
    private let width: Int
    private var offenders: [String] = []
    private var count = 0

    /// - Parameters:
    ///   - sizes: octets of the inputs, ascending.
    ///   - width: of the column of names.
    init(_ heading: String, sizes: [Int], width: Int = 40) {
        self.sizes = sizes
        self.width = width
        Report.heading(heading)
    }

    /// A line with the times in ms, and the growth of the time for an octet.
    mutating func measure(_ name: String, _ make: (Int) -> [UInt8], _ work: ([UInt8]) -> Void) {
        count += 1
        let times = times(make, work)
        let growth = growth(of: times)
        let isOffender = growth.contains { $0 > Self.mostGrowth } || times.count < sizes.count
        if isOffender { offenders.append(name) }
        let columns = times.map { column($0 / .milliseconds(1)) } + growth.map { column($0) }
        Report.say("  \(Report.padded(name, width))\(columns.joined())\(isOffender ? "  GROWS" : "")")
    }

    /// - Parameter what: the kinds, in the plural.
    func finish(_ what: String) {
        Report.line(what, "\(count)")
        let which = offenders.isEmpty ? "none" : offenders.joined(separator: ", ")
        Report.line("of them growing more than 4 times", which, aim: "aim: none", isMet: offenders.isEmpty)
    }

    /// By size; ends early where an input takes too long.
    private func times(_ make: (Int) -> [UInt8], _ work: ([UInt8]) -> Void) -> [Duration] {
        var times: [Duration] = []
        for size in sizes {
            let octets = make(size)
            let rounds = max(1, min(40, 400_000 / size))
            times.append(Stopwatch.best(of: rounds) { work(octets) })
            if times.last ?? .zero > Self.patience { break }
        }
        return times
    }

    /// The time per octet against that of the smallest input. What every input takes however small is taken off no figure,
    /// so small ones look a little dearer than they are.
    private func growth(of times: [Duration]) -> [Double] {
        guard let first = times.first else { return [] }
        let smallest = first / Double(sizes[0])
        return zip(times, sizes).dropFirst().map { time, size in (time / Double(size)) / smallest }
    }

    private func column(_ value: Double) -> String {
        let text = String(format: value < 10 ? "%.2f" : "%.0f", value)
        return String(repeating: " ", count: max(1, 9 - text.count)) + text
    }
}
