import Model

/// Whether the slots that a file declares and those that its text holds are the same.
struct SlotUse {
    private let declared: [SlotDeclaration]
    private let halves: TextHalves
    /// Slots that may be used without being declared.
    private let kept: Set<String>

    init(_ declared: [SlotDeclaration], halves: TextHalves, keepsNames kept: Set<String> = []) {
        self.declared = declared
        self.halves = halves
        self.kept = kept
    }

    var faults: [TemplateFault] {
        var used: Set<String> = []
        var faults: [TemplateFault] = []
        for half in halves.all {
            var line = half.line
            for text in half.text.split(omittingEmptySubsequences: false, whereSeparator: \.endsLine) {
                for mark in SlotMark.all(in: String(text)) {
                    used.insert(mark.name)
                    undeclared(mark.name).map { faults.append(TemplateFault(line: line, message: $0)) }
                }
                line += 1
            }
        }
        return faults + declared.compactMap { declarationFault($0, used: used) } + repeated
    }

    private func undeclared(_ name: String) -> String? {
        let names = declared.map(\.slot.name)
        guard !names.contains(name), !kept.contains(name) else { return nil }
        if name == SlotName.goodwill {
            return "[[goodwill]] needs to know what may be offered: add “goodwill: [id, …]” to the front matter"
        }
        guard let near = NearestName.suggestion(for: name, among: names) else {
            return "the slot [[\(name)]] is not declared: add it under “slots” in the front matter"
        }
        return "the slot [[\(name)]] is not declared; did you mean [[\(near)]]?"
    }

    private func declarationFault(_ declaration: SlotDeclaration, used: Set<String>) -> TemplateFault? {
        declarationProblem(declaration, used: used).map { TemplateFault(line: declaration.line, message: $0) }
    }

    private func declarationProblem(_ declaration: SlotDeclaration, used: Set<String>) -> String? {
        let name = declaration.slot.name
        if !SlotMark.isName(name) {
            return "“\(name)” cannot name a slot: use letters, digits and underscores, a letter first"
        }
        if Placeholder.known.contains(where: { $0.slotName == name }) || name.hasPrefix("lookup_") {
            return "the slot name “\(name)” is kept for a missing placeholder: choose another"
        }
        if kept.contains(name), name == SlotName.goodwill {
            return "the slot “\(name)” is declared by “goodwill:” already: take one out"
        }
        if let from = declaration.from, Placeholder(from) == nil {
            let names = Placeholder.known.map(\.name)
            return
                "“from: \(from)” names no fact; \(NearestName.hint(for: from, among: names + ["lookup.<name>.<field>"]))"
        }
        return used.contains(name) ? nil : "the slot “\(name)” stands nowhere in the text: [[\(name)]]"
    }

    private var repeated: [TemplateFault] {
        var seen: Set<String> = []
        return declared.filter { !seen.insert($0.slot.name).inserted }.map {
            TemplateFault(line: $0.line, message: "the slot “\($0.slot.name)” is declared twice")
        }
    }
}
