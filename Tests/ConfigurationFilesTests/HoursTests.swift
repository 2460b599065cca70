import ConfigurationFiles
import Foundation
import Model
import Testing

@Suite("When an inbox works, from its file")
struct HoursTests {
    private static func load(_ hours: String, holidays: String? = nil, today: CalendarDay? = nil) -> LoadedConfiguration
    {
        let inbox = "inboxes:\n  support:\n    addresses: [hello@shop.example]\n    maildir: {path: inbox}\n"
        var files = [ConfigurationFile(path: LoadedConfiguration.settingsPath, text: inbox + "    hours: \(hours)\n")]
        if let holidays { files.append(ConfigurationFile(path: "config/holidays.txt", text: holidays)) }
        return LoadedConfiguration(files: files, directories: Files.directories, today: today)
    }

    private func hours(_ text: String, holidays: String? = nil) throws -> BusinessHours {
        let loaded = Self.load(text, holidays: holidays)
        return try #require(loaded.settings?.inboxes.first?.inbox.hours, "\(loaded.problems)")
    }

    @Test("a zone, days, spans and holidays are read")
    func everything() throws {
        let hours = try hours(
            "{zone: Europe/Berlin, mon-fri: 9-17, wed: [8:30-12, 13–18:15], sat: \"10-14\", holidays: [2026-12-25]}"
        )
        typealias Span = BusinessHours.Span
        #expect(hours.zone.identifier == "Europe/Berlin")
        #expect(hours.week[1] == [Span(start: 540, end: 1_020)])
        #expect(hours.week[3] == [Span(start: 510, end: 720), Span(start: 780, end: 1_095)])
        #expect(hours.week[6] == [Span(start: 600, end: 840)])
        #expect(hours.week[7] == nil)
        #expect(hours.holidays == Set([CalendarDay("2026-12-25")].compactMap(\.self)))
    }

    @Test("a single day comes before a span of days, wherever it stands, and may be closed")
    func special() throws {
        for text in ["{zone: UTC, fri: closed, mon-sat: 9-17}", "{zone: UTC, mon-sat: 9-17, fri: closed}"] {
            let hours = try hours(text)
            #expect(hours.week.keys.sorted() == [1, 2, 3, 4, 6])
        }
    }

    @Test("around the clock, and weeks that begin with a Saturday")
    func others() throws {
        #expect(try hours("{zone: UTC, daily: 0-24}") == .always(in: try #require(TimeZone(identifier: "UTC"))))
        #expect(try hours("{zone: Asia/Riyadh, sat-wed: 8-16}").week.keys.sorted() == [1, 2, 3, 6, 7])
    }

    @Test("holidays may stand in a file of their own, with their names")
    func file() throws {
        let text = "# Germany\n2026-12-25  Christmas\n\n2027-01-01\tNew year # a Friday\n"
        let hours = try hours(
            "{zone: UTC, mon: 9-17, holidays: [2026-05-01], holidays_file: config/holidays.txt}",
            holidays: text
        )
        #expect(hours.holidays.map(\.text).sorted() == ["2026-05-01", "2026-12-25", "2027-01-01"])
    }

    static let faults: [(String, String)] = [
        ("{mon: 9-17}", "5:12: error: hours need “zone”: where the inbox is, such as Europe/Berlin"),
        (
            "{zone: Berlin, mon: 9-17}",
            "5:19: error: “zone” should be UTC or a place such as Europe/Berlin; found “Berlin”"
        ),
        (
            "{zone: UTC}",
            "5:12: error: nobody ever works in these hours: give at least one day, such as “mon-fri: 9-17”"
        ),
        ("{zone: UTC, mon: closed}", "5:12: error: nobody ever works in these hours"),
        ("{zone: UTC, monday: 9-17}", "5:24: error: “monday” in hours is no day such as mon, mon-fri or daily"),
        ("{zone: UTC, zome: x, mon: 9-17}", "5:24: error: “zome” in hours is no day such as mon, mon-fri or daily"),
        ("{zone: UTC, mon: 9-5}", "5:29: error: “9-5” ends before it begins"),
        ("{zone: UTC, mon: 22-6}", "5:29: error: “22-6” ends before it begins: write a shift past midnight as 22-24"),
        ("{zone: UTC, mon: 9-25}", "5:29: error: “9-25” should be hours such as 9-17 or 8:30-12:00, or closed"),
        ("{zone: UTC, mon: nine}", "5:29: error: “nine” should be hours"),
        ("{zone: UTC, mon: 9-12-17}", "5:29: error: “9-12-17” should be hours"),
        ("{zone: UTC, mon: [9-13, 12-17]}", "5:29: error: these hours overlap: join the two"),
        ("{zone: UTC, mon-tue: 9-17, tue-wed: 9-18}", "5:39: error: tue is given twice: join the two"),
        (
            "{zone: UTC, mon: 9-17, holidays: [2026-02-30]}",
            "5:46: error: “holidays” should hold days such as 2026-12-25"
        ),
        ("{zone: UTC, mon: 9-17, holidays: easter}", "5:45: error: “holidays” should be a list of days"),
        (
            "{zone: UTC, mon: 9-17, holidays_file: /etc/passwd}",
            "5:50: error: “holidays_file” should be a .txt file below config"
        ),
        ("{zone: UTC, mon: 9-17, holidays_file: config/days.txt}", "5:50: error: there is no file config/days.txt"),
        ("9-17", "5:12: error: hours should be a mapping of keys to values"),
    ]

    @Test("a fault is found at its line and column, with what would mend it", arguments: faults)
    func fault(_ text: String, _ expected: String) {
        let loaded = Self.load(text)
        let problems = loaded.problems.map(\.description)
        #expect(problems.contains { $0.hasPrefix("config/wavelength.yaml:\(expected)") }, "\(problems)")
        #expect(loaded.settings == nil)
    }

    @Test("a fault in a list of holidays is found there")
    func faultInFile() {
        let hours = "{zone: UTC, mon: 9-17, holidays_file: config/holidays.txt}"
        let loaded = Self.load(hours, holidays: "2026-12-25\n25.12.2027 Christmas\n")
        let expected =
            "config/holidays.txt:2: error: a line should begin with a day such as 2026-12-25; found “25.12.2027”"
        #expect(loaded.problems.map(\.description).contains(expected), "\(loaded.problems)")
    }

    @Test("a list of holidays that has run out is told")
    func ranOut() {
        let hours = "{zone: UTC, mon: 9-17, holidays_file: config/holidays.txt}"
        let loaded = Self.load(hours, holidays: "2026-12-25\n", today: CalendarDay("2027-01-02"))
        #expect(loaded.problems.contains { $0.severity == .warning && $0.message.contains("2026-12-25, is over") })
    }

    @Test("how people are addressed and what is promised by default are the inbox's")
    func manner() throws {
        let text = """
            inboxes:
              chat:
                addresses: [hello@shop.example]
                maildir: {path: inbox}
                address: informal
                style: chat
                promises: {usual: 4 working hours, check_back: 1 working day}
            """
        let loaded = Files.load(settings: text)
        let inbox = try #require(loaded.settings?.inboxes.first?.inbox)
        #expect(inbox.formality == .informal)
        #expect(inbox.form == .chat)
        #expect(inbox.promises.usual == .time(4 * 3_600))
        #expect(inbox.promises.checkBack == .days(1))
        #expect(inbox.hours == .usual(in: .gmt))
    }

    @Test(
        "and faults in them are told",
        arguments: [
            ("address: casual", "“address” should be formal or informal; found “casual”"),
            ("style: fax", "“style” should be mail or chat; found “fax”"),
            ("promises: {usual: soon}", "“usual” should be a time such as 4 working hours or 2 working days"),
        ]
    )
    func mannerFaults(_ line: String, _ expected: String) {
        let text = "inboxes:\n  a:\n    addresses: [a@b.example]\n    maildir: {path: x}\n    \(line)\n"
        #expect(Files.load(settings: text).problems.contains { $0.line == 5 && $0.message.hasPrefix(expected) })
    }
}
