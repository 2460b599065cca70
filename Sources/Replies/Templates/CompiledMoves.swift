import Model

/// The moves of a template in both forms, checked against its front matter.
struct CompiledMoves {
    let long: [Move]
    /// nil where the file has no short form.
    let short: [Move]?
    let includedSlots: [SlotDeclaration]

    init(_ source: TemplateSource, parts: LanguageParts) throws(TemplateError) {
        let halves = try TextHalves(source.body, firstLine: source.bodyLine)
        let head = source.frontMatter
        var longParser = MoveParser(Self.parser(parts, isShort: false))
        let long = longParser.moves(of: halves.long)
        var shortParser = MoveParser(Self.parser(parts, isShort: true))
        let short = halves.short.map { shortParser.moves(of: $0) }
        let rules = MoveRules(head.moves, moves: Set((long + (short ?? [])).map(\.name)))
        let faults =
            longParser.faults + shortParser.faults + rules.faults
            + SlotUse(head.slots, halves: halves, keepsNames: head.goodwill.isEmpty ? [] : [SlotName.goodwill]).faults
            + PromiseCheck(source, long: long, short: short).faults
        guard faults.isEmpty else { throw TemplateError(faults) }
        self.long = rules.applied(to: long)
        self.short = short.map(rules.applied)
        let own = Set(head.slots.map(\.slot.name))
        includedSlots = try halves.includes.compactMap { parts.part($0.partName) }.flatMap(\.slots)
            .filter { !own.contains($0.slot.name) }
    }

    private static func parser(_ parts: LanguageParts, isShort: Bool) -> TextParser {
        TextParser(
            part: { name in parts.part(name)?.text(in: isShort ? .chat : .mail).nodes },
            partNames: parts.names
        )
    }
}
