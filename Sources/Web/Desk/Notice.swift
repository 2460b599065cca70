/// What was just done, as the next page says it.
enum Notice: String, Sendable {
    case saved
    case started
    case rejected
    case closed
    case undone
    case settled
    case givenBack = "given-back"

    var sentence: String {
        switch self {
        case .saved: "Saved."
        case .started: "Kept as a draft. Look at it once more, then approve it."
        case .rejected: "Rejected. The message stays in the queue."
        case .closed: "Closed: no reply goes out."
        case .undone: "Taken back. Nothing was sent."
        case .settled: "Settled."
        case .givenBack: "Given back to the reader."
        }
    }
}
