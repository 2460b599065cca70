/// Finds out which UIDs a mailbox has: first those up to the UIDNEXT of SELECT, by searches, then what comes.
struct UIDScan: Sendable {
    /// What is being asked.
    enum Question: Hashable, Sendable {
        /// The highest UID, as the server did not tell UIDNEXT.
        case highest
        /// Which of these exist.
        case existing(ClosedRange<UID>)
        /// Which there are from here on, and how large they are.
        case arrivals(from: UID)
    }

    /// The lowest UID that has not been looked for. Can be one past the last UID there can be.
    private(set) var next: Int
    /// The highest UID known of; nil where that has to be found out first.
    private(set) var end: Int?
    /// No search goes across this UID, so that the rule for the backlog meets the backlog only.
    var border: Int
    /// Whether there may be more than `end`.
    var mayHaveGrown = false
    /// The question in flight.
    private(set) var open: (id: CommandID, question: Question)?
    /// How many UIDs one search covers; nil for all.
    private let width: Int?

    init(next: Int, end: Int?, border: Int, width: Int?) {
        self.next = next
        self.end = end
        self.border = border
        self.width = width
    }

    /// Whether there is nothing to ask.
    var isDone: Bool { open == nil && question == nil }

    /// The next question, which is in flight from then on.
    mutating func ask(as id: CommandID) -> Question? {
        guard open == nil, let question else { return nil }
        if case .arrivals = question { mayHaveGrown = false }
        open = (id, question)
        return question
    }

    private var question: Question? {
        guard let end else { return .highest }
        guard let first = UID(next) else { return nil }
        guard next <= end else { return mayHaveGrown ? .arrivals(from: first) : nil }
        let stop = next <= border ? min(end, border) : end
        return UID(width.map { min(stop, next + $0 - 1) } ?? stop).map { .existing(first...$0) }
    }

    /// The highest UID is known: 0 for none. What is below it need not be looked for if it is to be skipped.
    mutating func answered(highest: Int, skipping: Bool) {
        open = nil
        end = highest
        if skipping { next = max(next, highest + 1) }
    }

    /// All up to the UID are known; nil where there was nothing new.
    mutating func answered(upTo last: UID?) {
        open = nil
        guard let last else { return }
        next = max(next, Int(last.rawValue) + 1)
    }

    /// The server would not tell the arrivals: they are searched for like the rest.
    mutating func refusedArrivals() {
        open = nil
        end = nil
    }
}
