/// What a provider's secret is called and looks like.
struct SecretKind {
    /// `Slack signing secret`
    var name: String
    /// How it looks and where it is found, to follow "It is".
    var form: String
    /// Starts of other secrets of the provider that are taken for it, and what they are.
    var mistaken: [(start: String, what: String)] = []
    /// Fewer letters are a piece of one, or could be guessed.
    var shortest = 16

    func check(_ text: String) throws(ChannelKeyError) {
        if text.isEmpty { throw wrong("is empty") }
        guard text.utf8.allSatisfy({ (0x21...0x7E).contains($0) }) else {
            throw wrong("has a space, a line end or a letter in it that is not ASCII")
        }
        for other in mistaken where text.hasPrefix(other.start) { throw wrong("is \(other.what)") }
        if text.utf8.count < shortest { throw wrong("has fewer than \(shortest) letters") }
    }

    func wrong(_ what: String) -> ChannelKeyError {
        ChannelKeyError("The \(name) \(what). It is \(form).")
    }
}
