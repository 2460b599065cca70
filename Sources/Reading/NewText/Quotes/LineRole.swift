/// What a line is to the message it stands in.
enum LineRole: UInt8 {
    /// The writer's own.
    case own
    case quoted
    /// Introduces a quote: an attribution, a separator, header fields.
    case introduction
    case signature
}

/// The lines of a message sorted into own, quoted and the rest.
struct SortedLines {
    var lines: MessageLines
    var roles: [LineRole]
    /// Whether some heading says that a message was passed on.
    var isForward = false
    /// The first line of a quote without marks that runs to the end; what it holds may be somebody's matter.
    var tail: Int?
    /// Whether header fields, or a heading, stand at the beginning of that quote, rather than an attribution.
    var tailHasHeading = false
}
