/// How a word that is met for the first time is looked at: by its stem, its form, and then by how it may be misspelt.
/// The stemmer is made when the first one comes; most texts have none.
struct WordLook: ~Copyable {
    let language: String
    private var stemmer: Stemmer?
    private var forms = FoldedForms()

    init(language: String) {
        self.language = language
        stemmer = nil
    }

    mutating func symbols(of word: ArraySlice<UInt8>, isWord: Bool, _ table: LanguageTable) -> WordSymbols {
        let stemmer = self.stemmer.take() ?? Stemmer(language: language)
        forms.set(word, isWord: isWord, stemmer: stemmer)
        self.stemmer = consume stemmer
        let known = table.known(forms)
        guard known.isUnknown, isWord, let place = table.spelling?.mend(forms.form) else { return known }
        return table.symbols(ofMend: place)
    }
}
