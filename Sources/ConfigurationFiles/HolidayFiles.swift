import Model
import Replies

/// The files of holidays that inboxes name: a day a line, with whatever it is called behind it. Collects the problems of
/// those that are used; it never leaves the function that reads the configuration.
final class HolidayFiles {
    private let texts: [String: String]
    /// nil where it does not matter that a list has run out.
    private let today: CalendarDay?
    private var read: [String: Set<CalendarDay>] = [:]
    private(set) var problems: [Problem] = []

    /// - Parameter texts: by path.
    init(texts: [String: String], today: CalendarDay?) {
        self.texts = texts
        self.today = today
    }

    /// nil where there is no such file.
    func days(of path: String) -> Set<CalendarDay>? {
        if let known = read[path] { return known }
        guard let text = texts[path] else { return nil }
        let log = ProblemLog(path, in: texts)
        let days = Self.days(in: text, log: log)
        if let today, let last = days.max(), last < today {
            log.warning(
                line: 1,
                "its last day, \(last.text), is over: from now on every holiday is counted as worked on"
            )
        }
        problems += log.problems
        read[path] = days
        return days
    }

    private static func days(in text: String, log: ProblemLog) -> Set<CalendarDay> {
        var days: Set<CalendarDay> = []
        let lines = text.split(omittingEmptySubsequences: false, whereSeparator: \.endsLine)
        for (index, line) in lines.enumerated() {
            let words = line.prefix { $0 != "#" }.split(whereSeparator: \.isWhitespace)
            guard let first = words.first else { continue }
            guard let day = CalendarDay(String(first)) else {
                log.error(
                    line: index + 1,
                    "a line should begin with \(TextForm.calendarDay.description); found “\(first)”"
                )
                continue
            }
            days.insert(day)
        }
        return days
    }
}
