import Model

/// The slots of one reply: those of several templates side by side, each question asked once.
struct SlotBook {
    private var entries: [SlotDeclaration] = []

    /// Takes declarations in and says by which names the reply knows them: a question that is there already keeps its
    /// slot, another one of the same name gets a number.
    mutating func admit(_ declarations: [SlotDeclaration]) -> [String: String] {
        guard !declarations.isEmpty else { return [:] }
        var names: [String: String] = [:]
        let earlier = entries
        for declaration in declarations {
            let name = declaration.slot.name
            if earlier.contains(where: { $0.slot.name == name && Self.asksTheSame($0, declaration) }) { continue }
            guard entries.contains(where: { $0.slot.name == name }) else {
                entries.append(declaration)
                continue
            }
            var renamed = declaration
            renamed.slot.name = freeName(for: name)
            names[name] = renamed.slot.name
            entries.append(renamed)
        }
        return names
    }

    private static func asksTheSame(_ a: SlotDeclaration, _ b: SlotDeclaration) -> Bool {
        guard a.slot.kind == b.slot.kind else { return false }
        return a.from != nil && a.from == b.from || a.from == nil && b.from == nil && a.slot.label == b.slot.label
    }

    private func freeName(for name: String) -> String {
        let taken = Set(entries.map(\.slot.name))
        return (2...).lazy.map { "\(name)_\($0)" }.first { !taken.contains($0) } ?? name
    }

    /// Fills what facts fill.
    mutating func fill(from values: PlaceholderValues) {
        guard values.hasFacts else { return }
        for index in entries.indices where entries[index].slot.value == nil {
            guard let from = entries[index].from.flatMap(Placeholder.init), let fact = values.fact(from) else {
                continue
            }
            entries[index].slot.value = FactText.slotValue(fact, kind: entries[index].slot.kind)
        }
    }

    /// Fills a day that no fact can fill with what is realistic by experience.
    mutating func suggest(_ day: CalendarDay, for name: String) {
        guard let index = entries.firstIndex(where: { $0.slot.name == name }), entries[index].slot.value == nil,
            entries[index].slot.kind == .date, entries[index].from == nil
        else { return }
        entries[index].slot.value = day.text
    }

    /// The slot, open or filled, by the name that the reply knows it by.
    func declaration(_ name: String) -> SlotDeclaration? {
        entries.first { $0.slot.name == name }
    }

    /// Those that the text came to hold, or that a promise is due by, in the order of their declarations; then those
    /// that stand for missing values.
    ///
    /// - Parameter language: of the reply.
    func slots(marks: Set<String>, due: Set<String>, language: String) -> [Slot] {
        let declared = entries.map(\.slot).filter { marks.contains($0.name) || due.contains($0.name) }
        let others = marks.subtracting(declared.map(\.name)).subtracting([SlotName.agent])
        guard !others.isEmpty else { return declared }
        let holes = Placeholder.known.filter { others.contains($0.slotName) }.map { $0.slot(in: language) }
        let lookups = others.filter { $0.hasPrefix("lookup_") }.sorted().map { mark in
            let field = mark.split(separator: "_").dropFirst().joined(separator: " ")
            return Slot(name: mark, label: PlaceholderQuestion.unsaid(field, in: language))
        }
        return declared + holes + lookups
    }
}
