import Foundation
import Reading
import Scoring

/// How the time to read a message grows with its size, for messages made to be hard on a reader.
struct GrowthBenchmark {
    private let reader: MessageReader

    init(_ plan: Plan) throws {
        let weights = WeightFitting().fit(GeneratedRequests.make(count: 2000, seed: 1))
        reader = try MessageReader(try ShippedLists.load(), weights: weights)
    }

    func run() {
        var table = GrowthTable(
            "Reading hostile mail of 5 KB, 50 KB, 500 KB and 5 MB: ms, and growth of the time per octet",
            sizes: [5_000, 50_000, 500_000, 5_000_000]
        )
        for mail in HostileMail.all {
            table.measure(mail.name, mail.make) { keep(ReadingBenchmark.read($0, reader)) }
        }
        table.finish("kinds of hostile mail")
    }
}
