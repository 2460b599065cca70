import Model

extension Template {
    /// What does not fit between the slots declared and the slots used.
    static func slotFaults(in source: TemplateSource) -> [TemplateFault] {
        let declared = source.frontMatter.slots
        let names = declared.map(\.slot.name)
        var line = source.bodyLine
        var used: Set<String> = []
        var faults: [TemplateFault] = []
        for text in source.body.split(omittingEmptySubsequences: false, whereSeparator: \.endsLine) {
            for mark in SlotMark.all(in: String(text)) {
                used.insert(mark.name)
                if let message = undeclared(mark.name, names) {
                    faults.append(TemplateFault(line: line, message: message))
                }
            }
            line += 1
        }
        faults += declared.compactMap { declarationFault($0, used: used) }
        return faults + repeated(declared) + promiseFaults(source.frontMatter.promise, names)
    }

    private static func undeclared(_ name: String, _ declared: [String]) -> String? {
        guard !declared.contains(name) else { return nil }
        guard let near = NearestName.suggestion(for: name, among: declared) else {
            return "the slot [[\(name)]] is not declared: add it under “slots” in the front matter"
        }
        return "the slot [[\(name)]] is not declared; did you mean [[\(near)]]?"
    }

    private static func declarationFault(_ declaration: SlotDeclaration, used: Set<String>) -> TemplateFault? {
        let name = declaration.slot.name
        if !SlotMark.isName(name) {
            let message = "“\(name)” cannot name a slot: use letters, digits and underscores, a letter first"
            return TemplateFault(line: declaration.line, message: message)
        }
        if Placeholder.allCases.contains(where: { $0.slot.name == name }) {
            let message = "the slot name “\(name)” is kept for a missing placeholder: choose another"
            return TemplateFault(line: declaration.line, message: message)
        }
        guard !used.contains(name) else { return nil }
        return TemplateFault(
            line: declaration.line,
            message: "the slot “\(name)” stands nowhere in the text: [[\(name)]]"
        )
    }

    private static func repeated(_ declared: [SlotDeclaration]) -> [TemplateFault] {
        var seen: Set<String> = []
        return declared.filter { !seen.insert($0.slot.name).inserted }.map {
            TemplateFault(line: $0.line, message: "the slot “\($0.slot.name)” is declared twice")
        }
    }

    private static func promiseFaults(_ promise: PromiseDeclaration, _ names: [String]) -> [TemplateFault] {
        guard case .promise(_, .slot(let name), let line) = promise, !names.contains(name) else { return [] }
        return [TemplateFault(line: line, message: "the promise is due by the slot [[\(name)]], which is not declared")]
    }
}
