import Model

extension [ChosenTemplate] {
    /// Without the templates whose matter another one answers as it stands: who cancels an order and asks when the money
    /// is back is not told so twice. Of two that answer each other the first stays.
    func withoutRepetition() -> [ChosenTemplate] {
        guard count > 1 else { return self }
        let answering = indices.map(place(answering:))
        var kept = self
        for (index, place) in answering.enumerated() {
            // What answers it has to be said itself.
            guard let place, answering[place] == nil else { continue }
            kept[place].intents += self[index].intents
        }
        return indices.filter { answering[$0].map { answering[$0] != nil } ?? true }.map { kept[$0] }
    }

    private func place(answering index: Int) -> Int? {
        indices.first { other in
            other != index && self[other].answers(self[index])
                && !(index < other && self[index].answers(self[other]))
        }
    }
}

extension ChosenTemplate {
    fileprivate func answers(_ other: ChosenTemplate) -> Bool {
        let known = template.alsoAnswers.map(\.name)
        return other.intents.allSatisfy(known.contains)
    }
}

extension Reading {
    /// Then each matter may be about another order, and keeps an answer of its own.
    var namesSeveralOrders: Bool {
        Set(facts.filter { $0.kind == .orderID }.map(\.value)).count > 1
    }
}
