import Foundation
import Model
import Replies
import Yams

/// Reads when an inbox works: a zone, spans of days of the week, holidays.
struct HoursReader {
    let holidayFiles: HolidayFiles
    let log: ProblemLog

    private static let days = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"]
    private static let others = ["zone", "holidays", "holidays_file"]

    func hours(from node: Node) -> BusinessHours? {
        guard let entries = Section.entries(of: node, name: "hours", log: log) else { return nil }
        let known = Dictionary(entries.map { ($0.key.text ?? "", $0.value) }, uniquingKeysWith: { first, _ in first })
        guard let zone = zone(known["zone"], place: node) else { return nil }
        let week = week(entries.filter { !Self.others.contains($0.key.text ?? "") })
        let hours = BusinessHours(zone: zone, week: week, holidays: holidays(known))
        if hours.isNever, !log.hasErrors {
            log.error(at: node, "nobody ever works in these hours: give at least one day, such as “mon-fri: 9-17”")
        }
        return hours
    }

    private func zone(_ node: Node?, place: Node) -> TimeZone? {
        guard let node, !node.isEmptyScalar else {
            log.error(at: place, "hours need “zone”: where the inbox is, such as Europe/Berlin")
            return nil
        }
        guard let name = node.text, let zone = TimeZone(identifier: name), name.contains("/") || name == "UTC" else {
            log.error(at: node, "“zone” should be UTC or a place such as Europe/Berlin; found “\(node.text ?? "")”")
            return nil
        }
        return zone
    }

    // MARK: days of the week

    /// A key for fewer days comes before one for more: `fri: 9-13` beside `mon-fri: 9-17`.
    private func week(_ entries: [(key: Node, value: Node)]) -> [Int: [BusinessHours.Span]] {
        var week: [Int: (size: Int, spans: [BusinessHours.Span])] = [:]
        for (key, value) in entries {
            guard let days = days(key) else { continue }
            let spans = spans(value)
            for day in days {
                if let earlier = week[day], earlier.size <= days.count {
                    if earlier.size == days.count {
                        log.error(at: key, "\(Self.days[day - 1]) is given twice: join the two")
                    }
                    continue
                }
                week[day] = (days.count, spans)
            }
        }
        return week.mapValues(\.spans).filter { !$0.value.isEmpty }
    }

    /// `fri`, `mon-fri`, `sat-mon`, `daily`; 1 for Monday.
    private func days(_ key: Node) -> [Int]? {
        let written = key.text ?? ""
        if written == "daily" { return Array(1...7) }
        let ends = written.split(separator: "-", omittingEmptySubsequences: false).map(String.init)
            .map { Self.days.firstIndex(of: $0) }
        guard (1...2).contains(ends.count), let first = ends[0], let last = ends[ends.count - 1] else {
            let hint = NearestName.hint(for: written, among: Self.others + Self.days + ["daily"])
            log.error(at: key, "“\(written)” in hours is no day such as mon, mon-fri or daily; \(hint)")
            return nil
        }
        return (0...((last - first + 7) % 7)).map { (first + $0) % 7 + 1 }
    }

    private func spans(_ node: Node) -> [BusinessHours.Span] {
        let texts: [(node: Node, text: String)]
        if case .sequence(let sequence) = node {
            texts = sequence.map { ($0, $0.text ?? "") }
        } else {
            texts = (node.text ?? "").split(separator: ",").map { (node, String($0)) }
        }
        guard texts.map(\.text) != ["closed"] else { return [] }
        if texts.isEmpty { log.error(at: node, "no hours: write 9-17, [9-12, 13-17:30], or closed") }
        let spans = texts.compactMap { span($0.text, at: $0.node) }.sorted { $0.start < $1.start }
        for (earlier, later) in zip(spans, spans.dropFirst()) where later.start < earlier.end {
            log.error(at: node, "these hours overlap: join the two")
        }
        return spans
    }

    private func span(_ text: String, at node: Node) -> BusinessHours.Span? {
        let ends = text.replacing("–", with: "-").split(separator: "-", omittingEmptySubsequences: false)
        let minutes = ends.map { Self.minute($0.trimmingCharacters(in: .whitespaces)) }
        guard minutes.count == 2, let start = minutes[0], let end = minutes[1] else {
            log.error(at: node, "“\(text)” should be hours such as 9-17 or 8:30-12:00, or closed")
            return nil
        }
        guard start < end else {
            log.error(
                at: node,
                "“\(text)” ends before it begins: write a shift past midnight as 22-24, and 0-6 on the next day"
            )
            return nil
        }
        return BusinessHours.Span(start: start, end: end)
    }

    /// `9`, `09:30`, `24`.
    private static func minute(_ text: String) -> Int? {
        let parts = text.split(separator: ":", omittingEmptySubsequences: false)
        guard (1...2).contains(parts.count), parts.allSatisfy({ (1...2).contains($0.utf8.count) }),
            let hour = UInt8(parts[0]), let minute = parts.count == 2 ? UInt8(parts[1]) : 0, minute < 60
        else { return nil }
        let total = Int(hour) * 60 + Int(minute)
        return total <= 1_440 ? total : nil
    }

    // MARK: holidays

    private func holidays(_ entries: [String: Node]) -> Set<CalendarDay> {
        var days = Set((entries["holidays"].map(listed) ?? []))
        if let node = entries["holidays_file"], !node.isEmptyScalar { days.formUnion(fromFile(node)) }
        return days
    }

    private func listed(_ node: Node) -> [CalendarDay] {
        guard case .sequence(let sequence) = node else {
            if !node.isEmptyScalar { log.error(at: node, "“holidays” should be a list of days, such as [2026-12-25]") }
            return []
        }
        return sequence.compactMap { item in
            guard let day = item.text.flatMap({ CalendarDay($0) }) else {
                log.error(at: item, "“holidays” should hold days such as 2026-12-25; found “\(item.text ?? "a list")”")
                return nil
            }
            return day
        }
    }

    private func fromFile(_ node: Node) -> Set<CalendarDay> {
        let path = node.text ?? ""
        guard path.hasPrefix(LoadedConfiguration.folder), path.hasSuffix(".txt"), !path.contains("..") else {
            log.error(at: node, "“holidays_file” should be a .txt file below config, such as config/holidays.txt")
            return []
        }
        guard let days = holidayFiles.days(of: path) else {
            log.error(at: node, "there is no file \(path): write the holidays there, one day a line")
            return []
        }
        return days
    }
}
