import Foundation
import Reading
import Scoring

/// How the time to read a message grows with its size, for messages made to be hard on a reader. Time in proportion to
/// the size is the aim: no message may cost more for each octet in 5 MB than in 5 KB.
struct GrowthBenchmark {
    private static let sizes = [5_000, 50_000, 500_000, 5_000_000]
    /// Growth beyond this is told.
    private static let mostGrowth = 4.0
    /// A larger message is left out when one a tenth of its size took so long.
    private static let patience = Duration.seconds(6)

    private let reader: MessageReader
    private let mails: [HostileMail]

    init(_ plan: Plan) throws {
        let weights = WeightFitting().fit(GeneratedRequests.make(count: 2000, seed: 1))
        reader = try MessageReader(try ShippedLists.load(), weights: weights)
        mails = HostileMail.all
    }

    func run() {
        Report.heading("Reading hostile mail of 5 KB, 50 KB, 500 KB and 5 MB: ms, and growth of the time per octet")
        var offenders: [String] = []
        for mail in mails {
            let times = measure(mail)
            let growth = growth(of: times)
            let isOffender = growth.contains { $0 > Self.mostGrowth } || times.count < Self.sizes.count
            if isOffender { offenders.append(mail.name) }
            let columns = times.map { column($0 / .milliseconds(1)) } + growth.map { column($0) }
            Report.say("  \(Report.padded(mail.name, 40))\(columns.joined())\(isOffender ? "  GROWS" : "")")
        }
        Report.line("kinds of hostile mail", "\(mails.count)")
        let which = offenders.isEmpty ? "none" : offenders.joined(separator: ", ")
        Report.line("of them growing more than 4 times", which, aim: "aim: none", isMet: offenders.isEmpty)
    }

    /// By size; ends early where a message takes too long.
    private func measure(_ mail: HostileMail) -> [Duration] {
        var times: [Duration] = []
        for size in Self.sizes {
            let octets = mail.make(size)
            let rounds = max(1, min(40, 400_000 / size))
            times.append(Stopwatch.best(of: rounds) { keep(ReadingBenchmark.read(octets, reader)) })
            if times.last ?? .zero > Self.patience { break }
        }
        return times
    }

    /// The time per octet against that of the smallest message. What every message takes however small is taken off no
    /// figure, so small ones look a little dearer than they are.
    private func growth(of times: [Duration]) -> [Double] {
        guard let first = times.first else { return [] }
        let smallest = first / Double(Self.sizes[0])
        return zip(times, Self.sizes).dropFirst().map { time, size in (time / Double(size)) / smallest }
    }

    private func column(_ value: Double) -> String {
        let text = String(format: value < 10 ? "%.2f" : "%.0f", value)
        return String(repeating: " ", count: max(1, 9 - text.count)) + text
    }
}
