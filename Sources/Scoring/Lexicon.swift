// Scoring is in charge of one mechanism: labels that are told apart by weighted keywords, and the words of a text
// that speak for each. It knows nothing of mail, files or intents; it is given lexicons and texts as values.

/// Labels, each with weighted keywords and phrases per language.
///
/// The initialiser checks everything that can be checked without a text, so that a lexicon in hand can be compiled
/// and matched without failing.
package struct Lexicon: Hashable, Sendable {
    /// The language key of keywords that hold in every language, such as product names or emoji.
    package static let anyLanguage = "*"

    /// In the order given, which decides nothing: results are ordered by score and id.
    package let labels: [Label]
    package let counting: Counting
    /// The keywords of `labels` by language, read.
    let phrases: [String: PhraseList]

    /// Knows nothing and finds nothing.
    package static let empty = Self()

    private init() {
        self.init([], counting: .everywhere, phrases: [:])
    }

    /// - Throws: the first fault found, naming its label, language and keyword.
    package init(labels: [Label], counting: Counting = .once) throws(LexiconError) {
        let builder = LexiconBuilder()
        for label in labels { try builder.append(label) }
        self = builder.lexicon(counting: counting)
    }

    /// - Parameter phrases: of all keywords of the labels, without a fault.
    init(_ labels: [Label], counting: Counting, phrases: [String: PhraseList]) {
        self.labels = labels
        self.counting = counting
        self.phrases = phrases
    }

    /// Equal labels are read alike.
    package static func == (a: Lexicon, b: Lexicon) -> Bool {
        a.counting == b.counting && a.labels == b.labels
    }

    package func hash(into hasher: inout Hasher) {
        hasher.combine(counting)
        hasher.combine(labels)
    }

    /// How often a keyword counts that stands in a text several times.
    package enum Counting: Hashable, Sendable {
        /// Once, where it stands first: what a text is about does not grow by being said twice.
        case once
        /// At every place: for lexicons whose finds are pointed at one by one.
        case everywhere
    }

    /// One thing that a text can be about.
    package struct Label: Hashable, Sendable {
        /// Unique in its lexicon, such as `order.where`.
        package var id: String
        /// For people; may be empty.
        package var title: String
        /// The id of the template for it; nil where it is the label's own id.
        package var template: String?
        /// By ISO 639 code in lower case, such as `en`, or `anyLanguage`.
        package var keywords: [String: [Keyword]]

        package init(id: String, title: String = "", template: String? = nil, keywords: [String: [Keyword]]) {
            self.id = id
            self.title = title
            self.template = template
            self.keywords = keywords
        }
    }

    /// A word or phrase of any length, and what its presence adds to the label's score.
    ///
    /// Words match by their stem, without regard to case and accents: `return` also matches "Returned". A piece that
    /// begins with `=` matches only as written (`=returns`); `<number>`, `<id>`, `<amount>`, `<date>`, `<email>` and
    /// `<url>` match any token of that class; `?`, `!` and emoji match themselves. A phrase matches neighbouring words
    /// in this order; commas and line ends between them do not matter, ends of sentences and empty lines do. A piece `*`
    /// between two words stands for up to four words of the same sentence or none, where order and insertions vary:
    /// `where * order` also matches "where on earth is my order". It stands at neither end of a phrase, never beside
    /// another `*`, and at most twice in one phrase.
    package struct Keyword: Hashable, Sendable {
        package static let largestWeight = 1_000_000.0

        package var phrase: String
        /// Between `-largestWeight` and `largestWeight`, counted in parts of `Evidence.unit` and not zero; a negative weight counts against the label. A weight of 2 is a fair hint and of 5
        /// decisive with the default `Abstention`.
        package var weight: Double
        /// Whether the weight stands however many examples of the label there are; others fade as examples arrive.
        package var isPinned: Bool

        package init(_ phrase: String, _ weight: Double, isPinned: Bool = false) {
            self.phrase = phrase
            self.weight = weight
            self.isPinned = isPinned
        }
    }

    /// Every language code that some label has keywords for, sorted, without `anyLanguage`.
    package var languages: [String] {
        phrases.keys.filter { $0 != Self.anyLanguage }.sorted()
    }
}
