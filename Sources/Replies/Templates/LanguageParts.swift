/// What the replies of a language, in one inbox or in all, are put together with beside their templates.
package struct LanguageParts: Sendable {
    private var parts: [String: Part] = [:]
    /// What is wrong with them, by the name of the part, in the order of their names.
    package private(set) var faults: [(part: String, faults: [TemplateFault])] = []

    /// - Parameter sources: by name without the underscore: `greeting` for `_greeting.md`.
    package init(_ sources: [String: PartSource]) {
        var compiler = PartCompiler(sources)
        for name in sources.keys.sorted() { compiler.compile(name) }
        parts = compiler.parts
        faults = compiler.faults.sorted { $0.key < $1.key }.map { (part: $0.key, faults: $0.value) }
    }

    /// Those that can be used, sorted.
    package var names: [String] {
        parts.keys.sorted()
    }

    subscript(name: PartName) -> Part? {
        parts[name.rawValue]
    }

    func part(_ name: String) -> Part? {
        parts[name]
    }
}
