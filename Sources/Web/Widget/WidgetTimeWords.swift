import Foundation
import Model
import Pipeline

/// Days and times in the words of one language, and what is said with them.
struct WidgetTimeWords: Sendable {
    /// From Monday on, as they stand after "by" and the like.
    var weekdays: [String]
    var months: [String]
    /// From Monday on, as they stand where a time follows.
    var onWeekdays: [String]
    var today: String
    var tomorrow: String
    var at: @Sendable (_ hour: Int, _ minute: Int) -> String
    /// As they stand after "by", and where a time follows.
    var byDate: @Sendable (_ day: Int, _ month: String) -> String
    var onDate: @Sendable (_ day: Int, _ month: String) -> String
    /// Somebody is there until a time; then by when an answer comes, as one of the three below says it.
    var here: @Sendable (_ until: String) -> String
    /// Where that is another day for the visitor.
    var hereOvernight: @Sendable (_ until: String) -> String
    /// Behind a time: that it is the visitor's.
    var yourTime: String
    /// Behind a time: where it is that time.
    var timeIn: @Sendable (_ place: String) -> String
    /// Nobody is there before a day and time.
    var away: @Sendable (_ day: String, _ time: String) -> String
    /// Where there are no hours.
    var always: String
    var answersToday: String
    var answersBy: @Sendable (_ day: String) -> String
    /// By when something is due that was promised: a day as `onWeekdays` has it, and a time.
    var promised: @Sendable (_ day: String, _ time: String) -> String
    /// Where experience says nothing.
    var answersSoon: String

    func sentence(_ outlook: AnswerOutlook) -> String {
        [presence(outlook), answer(outlook)].filter { !$0.isEmpty }.joined(separator: " ")
    }

    private func presence(_ outlook: AnswerOutlook) -> String {
        switch outlook.presence {
        case .always: return outlook.likelyDay == nil ? always : ""
        case .here(let until):
            let isToday = CalendarDay(until, in: outlook.zone) == CalendarDay(outlook.now, in: outlook.zone)
            return (isToday ? here : hereOvernight)(time(until, outlook))
        case .away(let until):
            return away(whenDay(CalendarDay(until, in: outlook.zone), outlook), time(until, outlook))
        }
    }

    private func answer(_ outlook: AnswerOutlook) -> String {
        if let due = outlook.promisedBy {
            return promised(whenDay(CalendarDay(due, in: outlook.zone), outlook), time(due, outlook))
        }
        let today = CalendarDay(outlook.now, in: outlook.zone)
        guard let day = outlook.likelyDay, day >= today else {
            if case .here = outlook.presence { return answersSoon }
            return ""
        }
        if day == today { return answersToday }
        return answersBy(byDay(day, today))
    }

    /// A day that something is finished by.
    private func byDay(_ day: CalendarDay, _ today: CalendarDay) -> String {
        if day == today.next { return tomorrow }
        if day.number - today.number < 7 { return weekdays[day.weekday - 1] }
        return byDate(day.day, months[day.month - 1])
    }

    /// A day on which something begins.
    private func whenDay(_ day: CalendarDay, _ outlook: AnswerOutlook) -> String {
        let today = CalendarDay(outlook.now, in: outlook.zone)
        if day == today { return self.today }
        if day == today.next { return tomorrow }
        if day.number - today.number < 7 { return onWeekdays[day.weekday - 1] }
        return onDate(day.day, months[day.month - 1])
    }

    private func time(_ instant: Date, _ outlook: AnswerOutlook) -> String {
        let offset = outlook.zone.secondsFromGMT(for: instant)
        let seconds = Int(instant.timeIntervalSince1970.rounded(.down)) + offset
        let minute = ((seconds % 86_400) + 86_400) % 86_400 / 60
        let time = at(minute / 60, minute % 60)
        return switch outlook.note {
        case .needless: time
        case .visitors: "\(time) (\(yourTime))"
        case .ours: "\(time) (\(zoneName(outlook.zone, offset)))"
        }
    }

    /// The town in the zone's name (`Europe/Berlin`); zones that are named after none (`Etc/GMT-2`) are an offset.
    private func zoneName(_ zone: TimeZone, _ offset: Int) -> String {
        let name = zone.identifier.split(separator: "/")
        if name.count > 1, let town = name.last, name.first != "Etc" {
            return timeIn(String(town).replacing("_", with: " "))
        }
        let minutes = abs(offset) / 60
        let sign = offset < 0 ? "\u{2212}" : "+"
        return offset == 0 ? "UTC" : "UTC\(sign)\(minutes / 60):\(Self.padded(minutes % 60))"
    }

    static func padded(_ number: Int) -> String {
        number < 10 ? "0\(number)" : String(number)
    }
}
