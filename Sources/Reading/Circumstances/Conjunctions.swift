/// Words before which a new clause begins.
enum Conjunctions {
    static func of(_ language: String) -> [UInt64] {
        switch language {
        case "en": english
        case "de": german
        case "fr": french
        case "es": spanish
        default: []
        }
    }

    private static let english = [
        PackedWord("and"), PackedWord("but"), PackedWord("because"), PackedWord("since"), PackedWord("although"),
        PackedWord("though"),
    ].map(\.octets)
    private static let german = [
        PackedWord("und"), PackedWord("aber"), PackedWord("weil"), PackedWord("denn"), PackedWord("sondern"),
    ].map(\.octets)
    private static let french = [
        PackedWord("et"), PackedWord("mais"), PackedWord("car"), PackedWord("parce"), PackedWord("puisque"),
    ].map(\.octets)
    private static let spanish = [
        PackedWord("y"), PackedWord("pero"), PackedWord("porque"), PackedWord("pues"), PackedWord("aunque"),
    ].map(\.octets)
}
