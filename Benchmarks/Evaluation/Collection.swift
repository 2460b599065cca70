import Scoring
import TestSupport

/// A public collection, with the part that is learned from and the part that is measured on.
struct Collection {
    let name: String
    let train: [LabelledExample]
    let validation: [LabelledExample]
    /// Messages of no label.
    var strangers: [LabelledExample]?
    /// A small part to learn from that the collection brings itself.
    var few: LabelledMessages?

    /// Those that are on this machine.
    static var all: [Collection] {
        [banking, clinc, hwu].compactMap { $0 }
    }

    /// Has no validation part: 15 of 100 messages of each label are set aside.
    private static var banking: Collection? {
        guard let all = LabelledMessages(collection: "banking77", split: "train")?.examples else { return nil }
        let (train, validation) = all.setAside(0.15, seed: 0)
        return Collection(name: "banking77", train: train, validation: validation)
    }

    private static var clinc: Collection? {
        guard let train = LabelledMessages(collection: "clinc150", split: "train")?.examples,
            let validation = LabelledMessages(collection: "clinc150", split: "val")?.examples
        else { return nil }
        let strangers = LabelledMessages(collection: "clinc150", split: "oos_val")?.examples
        return Collection(name: "clinc150", train: train, validation: validation, strangers: strangers)
    }

    private static var hwu: Collection? {
        guard let train = LabelledMessages(collection: "hwu64", split: "train")?.examples,
            let validation = LabelledMessages(collection: "hwu64", split: "valid")?.examples
        else { return nil }
        let few = LabelledMessages(collection: "hwu64", split: "train_10")
        return Collection(name: "hwu64", train: train, validation: validation, few: few)
    }
}

extension [LabelledExample] {
    /// Divides them, the same share of every label set aside; both parts stay in order.
    func setAside(_ share: Double, seed: UInt64) -> (rest: Self, aside: Self) {
        let aside = places(seed: seed) { Int((Double($0) * share).rounded()) }
        let rest = indices.filter { !aside.contains($0) }
        return (rest.map { self[$0] }, aside.sorted().map { self[$0] })
    }

    /// So many of every label, in order.
    func draw(_ count: Int, seed: UInt64) -> Self {
        places(seed: seed) { Swift.min(count, $0) }.sorted().map { self[$0] }
    }

    /// - Parameter count: how many of a label to take that has so many.
    private func places(seed: UInt64, _ count: (Int) -> Int) -> Set<Int> {
        var random = Seed(seed)
        let labels = Dictionary(grouping: indices) { self[$0].label }.sorted { $0.key < $1.key }
        return labels.reduce(into: []) { taken, label in
            taken.formUnion(label.value.shuffled(using: &random).prefix(count(label.value.count)))
        }
    }
}
