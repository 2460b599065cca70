/// What was just done, as the next page says it.
enum Notice: String, Sendable {
    case saved
    case started
    case rejected
    case closed
    case undone
    case settled
    case givenBack = "given-back"
    case corrected
    case correctedOnly = "corrected-only"
    case learned
    case seconded
    case asked
    case promiseDone = "promise-done"
    case promiseNews = "promise-news"
    case withdrawn
    case addressed
    case addressedOnly = "addressed-only"
    case merged
    case separated

    var sentence: String {
        switch self {
        case .saved: "Saved."
        case .started: "Kept as a draft. Look at it once more, then approve it."
        case .rejected: "Rejected. The message stays in the queue."
        case .closed: "Closed: no reply goes out."
        case .undone: "Taken back. Nothing was sent."
        case .settled: "Settled."
        case .givenBack: "Given back to the reader."
        case .corrected: "Thank you: drafted anew for what you said, and learned from it."
        case .correctedOnly: "Thank you: learned from it. The draft stays as you left it."
        case .learned: "Thank you: learned from it."
        case .seconded: "Your release is kept. Somebody else has to release it too, then it leaves."
        case .asked: "Asked. The draft waits in the queue until a senior has answered."
        case .promiseDone: "Done. Noted in the ledger of promises."
        case .promiseNews: "Done before its time: the good news for the customer waits in the queue."
        case .withdrawn: "Withdrawn. Nobody waits for it any more."
        case .addressed: "Kept, and drafted anew."
        case .merged: "One customer from now on: what was said and promised to either counts for both."
        case .separated: "Separated. What was known before is known again."
        case .addressedOnly: "Kept for the next reply. The draft stays as it is."
        }
    }
}
