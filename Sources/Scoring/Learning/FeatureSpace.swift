import Foundation

/// The features of one language, numbered from 0: single stems, and pairs of neighbouring stems.
struct FeatureSpace {
    /// A stem, or two that stand next to each other.
    struct Feature: Hashable {
        let first: Int32
        /// nil for a single stem.
        let second: Int32?
    }

    private(set) var features: [Feature] = []
    /// In how many messages each feature stands.
    private(set) var messages: [Int] = []
    private var singles: [Int32] = []
    private var pairs = PairTable()

    /// The number of a feature; negative where it is not known.
    func number(of first: Int32, _ second: Int32? = nil) -> Int32 {
        if let second { return pairs.value(of: first, second) }
        return Int(first) < singles.count ? singles[Int(first)] : -1
    }

    /// The number of a feature, which is taken in where it is new.
    mutating func learn(_ first: Int32, _ second: Int32? = nil) -> Int32 {
        let known = number(of: first, second)
        if known >= 0 { return known }
        let id = Int32(features.count)
        if let second {
            pairs.insert(first, second, value: id)
        } else {
            while singles.count <= Int(first) { singles.append(-1) }
            singles[Int(first)] = id
        }
        features.append(Feature(first: first, second: second))
        messages.append(0)
        return id
    }

    mutating func count(_ feature: Int32, messages count: Int = 1) {
        messages[Int(feature)] += count
    }

    func isPair(_ feature: Int32) -> Bool {
        features[Int(feature)].second != nil
    }

    /// What the tables take in memory, about.
    var bytes: Int { 68 * features.count }
}
