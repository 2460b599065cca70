extension Limit {
    /// The languages of one of its texts that it has for every text.
    package var languages: Set<String> {
        alternatives.map { Set($0.keys) }.reduce(Set(what.keys).intersection(reason.keys)) { $0.intersection($1) }
    }

    /// Whether it is past its last day, and nobody said that it ended: it may not be told, and its owner has to decide.
    package func isExpired(on day: CalendarDay) -> Bool {
        day > until && endedOn.map { day < $0 } ?? true
    }

    /// Whether somebody said that it ended, on that day or before.
    package func hasEnded(by day: CalendarDay) -> Bool {
        endedOn.map { $0 <= day } ?? false
    }
}
