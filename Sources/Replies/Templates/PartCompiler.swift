import Model

/// Compiles parts that include each other, each after those that it includes.
struct PartCompiler {
    private let sources: [String: PartSource]
    private(set) var parts: [String: Part] = [:]
    private(set) var faults: [String: [TemplateFault]] = [:]
    /// Those that are being compiled, the outermost first.
    private var open: [String] = []

    init(_ sources: [String: PartSource]) {
        self.sources = sources
    }

    mutating func compile(_ name: String) {
        guard parts[name] == nil, faults[name] == nil, let source = sources[name] else { return }
        open.append(name)
        defer { open.removeLast() }
        do throws(TemplateError) {
            parts[name] = try part(name, source)
        } catch {
            faults[name] = error.faults
        }
    }

    private mutating func part(_ name: String, _ source: PartSource) throws(TemplateError) -> Part {
        let halves = try TextHalves(source.text, firstLine: source.line, mayBeEmpty: true)
        var cycles: [TemplateFault] = []
        for tag in try halves.includes { cycles += includeFaults(tag) }
        guard cycles.isEmpty else { throw TemplateError(cycles) }
        let usual = PartName(rawValue: name)?.usualSlots ?? []
        let slotFaults = SlotUse(source.slots, halves: halves, keepsNames: Set(usual.map(\.slot.name))).faults
        guard slotFaults.isEmpty else { throw TemplateError(slotFaults) }
        let declared = Set(source.slots.map(\.slot.name))
        let included = try halves.includes.compactMap { parts[$0.partName] }
        return Part(
            text: try text(halves.long, isShort: false),
            shortText: try halves.short.map { half throws(TemplateError) in try text(half, isShort: true) },
            slots: source.slots + usual.filter { !declared.contains($0.slot.name) } + included.flatMap(\.slots),
            promise: source.promise
        )
    }

    private func text(_ half: TextHalves.Half, isShort: Bool) throws(TemplateError) -> TemplateText {
        let parser = TextParser(
            part: { name in
                parts[name].map { isShort ? $0.shortText ?? $0.text : $0.text }?.nodes
            },
            partNames: sources.keys.sorted()
        )
        return TemplateText(try parser.nodes(of: half.trimmed.text, firstLine: half.trimmed.line))
    }

    /// Compiles what the tag includes.
    private mutating func includeFaults(_ tag: TemplateTag) -> [TemplateFault] {
        let name = tag.partName
        if let start = open.firstIndex(of: name) {
            let way = (open[start...] + [name]).map { "_\($0).md" }.joined(separator: " → ")
            return [TemplateFault(line: tag.line, message: "{{> \(name)}} leads back to itself: \(way)")]
        }
        compile(name)
        guard faults[name] != nil else { return [] }
        return [TemplateFault(line: tag.line, message: "the part “_\(name).md” cannot be used: see there")]
    }
}
