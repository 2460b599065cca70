import Foundation

/// What the presence of features is worth in a message.
///
/// A feature counts by how rare it is (smooth idf), not by how often it stands in the message. The single stems of a
/// message together have length 1, its pairs together `pairShare`, and all of them length 1 again.
struct FeatureWeighting: Sendable {
    private let idf: [Double]
    private let isPair: [Bool]
    private let pairShare: Double

    /// What the idf of single stems, and that of pairs, is multiplied by to give their values.
    typealias Factors = (single: Double, pair: Double)

    init(_ space: FeatureSpace, messages: Int, pairShare: Double) {
        idf = space.messages.map { Self.idf($0, of: messages) }
        isPair = space.features.map { $0.second != nil }
        self.pairShare = pairShare
    }

    /// ln((1 + n) / (1 + df)) + 1: never 0, and finite for a feature that no message has.
    static func idf(_ messages: Int, of total: Int) -> Double {
        log(Double(1 + max(total, messages)) / Double(1 + messages)) + 1
    }

    /// 0.5 while the examples of a label are few, since pairs then are mostly chance, and 0.6 from 30 on.
    static func pairShare(messages: Int, labels: Int) -> Double {
        messages > 30 * labels ? 0.6 : 0.5
    }

    func idf(of feature: Int32) -> Double {
        idf[Int(feature)]
    }

    func factors(_ features: some Sequence<Int32>) -> Factors {
        var (singles, pairs) = (0.0, 0.0)
        for feature in features {
            let square = idf[Int(feature)] * idf[Int(feature)]
            if isPair[Int(feature)] { pairs += square } else { singles += square }
        }
        guard singles > 0, pairs > 0 else {
            return (singles > 0 ? 1 / singles.squareRoot() : 0, pairs > 0 ? 1 / pairs.squareRoot() : 0)
        }
        let whole = (1 + pairShare * pairShare).squareRoot()
        return (1 / (singles.squareRoot() * whole), pairShare / (pairs.squareRoot() * whole))
    }

    func value(of feature: Int32, _ factors: Factors) -> Double {
        idf[Int(feature)] * (isPair[Int(feature)] ? factors.pair : factors.single)
    }
}
