import CStemmer

/// A Snowball stemmer of one language, for UTF-8.
///
/// libstemmer's objects hold the word in work, so one must not be used by two threads; creating one costs less than
/// stemming two words. So each call that stems makes its own, and this type cannot be copied or sent.
struct Stemmer: ~Copyable {
    /// nil for languages that libstemmer does not know: their words match by form.
    private let handle: OpaquePointer?

    /// Whether the language has umlauts, which are often written with two letters.
    let writesUmlauts: Bool

    init(language: String) {
        writesUmlauts = language == "de"
        // "nb" and "nn" are written forms of the language that libstemmer knows as "no".
        handle = sb_stemmer_new(language == "nb" || language == "nn" ? "no" : language, nil)
    }

    deinit {
        sb_stemmer_delete(handle)
    }

    /// Appends the stem of `word`, lower-case UTF-8 in composed form, to `output`.
    func appendStem(of word: UnsafeBufferPointer<UInt8>, to output: inout [UInt8]) {
        guard let handle, let stem = sb_stemmer_stem(handle, word.baseAddress, Int32(word.count)) else {
            output.append(contentsOf: word)
            return
        }
        output.append(contentsOf: UnsafeBufferPointer(start: stem, count: Int(sb_stemmer_length(handle))))
    }
}
