/// Numbers for the stems and forms of one language that keywords or a learned model know.
struct SymbolTable: Sendable {
    private var stems = Vocabulary()
    private var forms = Vocabulary()
    /// 0 is nothing, the next are the classes in the order of their declaration.
    private(set) var count = Int32(TokenClass.allCases.count) + 1

    mutating func insert(stem: some Collection<UInt8>) -> Int32 {
        if let known = stems.id(of: stem) { return known }
        stems.insert(stem, id: count)
        count += 1
        return count - 1
    }

    mutating func insert(form: some Collection<UInt8>) -> Int32 {
        if let known = forms.id(of: form) { return known }
        forms.insert(form, id: count)
        count += 1
        return count - 1
    }

    func symbols(of forms: FoldedForms) -> WordSymbols {
        WordSymbols(stem: symbol(ofStem: forms.stem), form: symbol(ofForm: forms.form))
    }

    func symbol(ofStem stem: some Collection<UInt8>) -> Int32 {
        stems.id(of: stem) ?? 0
    }

    func symbol(ofForm form: some Collection<UInt8>) -> Int32 {
        forms.id(of: form) ?? 0
    }

    static func symbol(of kind: TokenClass) -> Int32 {
        switch kind {
        case .number: 1
        case .id: 2
        case .amount: 3
        case .date: 4
        case .email: 5
        case .url: 6
        }
    }
}
