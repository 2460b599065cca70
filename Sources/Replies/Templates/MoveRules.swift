import Model

/// The conditions of moves, from the front matter.
struct MoveRules {
    private(set) var faults: [TemplateFault] = []
    private var rules: [MoveName: (when: [Condition], unless: [Condition])] = [:]

    /// - Parameter moves: those that the text has, in either form.
    init(_ declared: [MoveRule], moves: Set<MoveName>) {
        for rule in declared {
            guard let name = move(rule.move, moves) else { continue }
            if rules[name] != nil { add(rule.move.line, "the move “\(rule.move.name)” has two rules: join them") }
            rules[name] = (conditions(rule.when), conditions(rule.unless))
        }
    }

    func applied(to moves: [Move]) -> [Move] {
        moves.map { move in
            guard let rule = rules[move.name] else { return move }
            return Move(name: move.name, text: move.text, when: rule.when, unless: rule.unless)
        }
    }

    private mutating func move(_ named: NamedLine, _ moves: Set<MoveName>) -> MoveName? {
        guard let name = MoveName(rawValue: named.name) else {
            let hint = NearestName.hint(for: named.name, among: MoveName.allCases.map(\.rawValue))
            add(named.line, "“\(named.name)” is no move; \(hint)")
            return nil
        }
        guard moves.contains(name) else {
            add(named.line, "the text has no move “\(named.name)”: write it, or take its rule out")
            return nil
        }
        return name
    }

    private mutating func conditions(_ named: [NamedLine]) -> [Condition] {
        named.compactMap { named in
            if let condition = Condition(named.name, allowsBarePlaceholder: false) { return condition }
            let names = Condition.names + Placeholder.known.map { "has.\($0.name)" }
            add(named.line, "unknown condition “\(named.name)”; \(NearestName.hint(for: named.name, among: names))")
            return nil
        }
    }

    private mutating func add(_ line: Int, _ message: String) {
        faults.append(TemplateFault(line: line, message: message))
    }
}
