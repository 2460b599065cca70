/// Messages of our own with asks and facts in four languages, traps among them.
enum MessageTable {
    static let all: [AnnotatedMessage] =
        english.map { AnnotatedMessage("en", $0) } + german.map { AnnotatedMessage("de", $0) }
        + french.map { AnnotatedMessage("fr", $0) } + spanish.map { AnnotatedMessage("es", $0) }
        + later.map { AnnotatedMessage($0.language, $0.source) }
}
