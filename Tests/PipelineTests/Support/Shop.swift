import ConfigurationFiles
import Foundation
import Model
import Pipeline
import Storage
import Testing

/// A shop in Berlin over Easter 2027, on whose Sunday clocks go forward: its keepers run whenever there is something to
/// do, on a clock that jumps from one such moment to the next.
struct Shop: Sendable {
    let help: HelpDesk
    static let zone = TimeZone(identifier: "Europe/Berlin") ?? .gmt

    /// - Parameter start: as clocks in Berlin show it.
    init(at start: String, files: [ConfigurationFile] = []) async throws {
        var inbox = Inbox(
            name: InboxName("support"),
            addresses: ["help@shop.example"],
            senderName: "Example Shop",
            undoWindow: 0
        )
        inbox.hours = .usual(in: Self.zone)
        inbox.hours.week[6] = [BusinessHours.Span(start: 600, end: 840)]
        inbox.hours.holidays = Set(["2027-03-26", "2027-03-29"].compactMap { CalendarDay($0) })
        let usual = Self.files.filter { file in !files.contains { $0.path == file.path } }
        help = try HelpDesk(inbox: inbox, files: files + usual)
        help.clock.set(Self.at(start))
        for (name, role) in [("anna", User.Role.agent), ("ben", .agent), ("clara", .senior)] {
            _ = try await help.store.addUser(
                name: name,
                displayName: name.capitalized,
                role: role,
                passwordHash: "",
                at: help.clock.now
            )
        }
    }

    static func at(_ text: String) -> Date {
        let clock = text.suffix(5).split(separator: ":").compactMap { Int($0) }
        return CalendarDay(String(text.prefix(10)))?.instant(minute: clock[0] * 60 + clock[1], in: zone) ?? .distantPast
    }

    /// What clocks in Berlin show, as `2027-03-25 09:30`.
    static func shown(_ date: Date) -> String {
        let local = Int(date.timeIntervalSince1970.rounded()) + zone.secondsFromGMT(for: date)
        let minute = (local % 86_400) / 60
        func padded(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
        return "\(CalendarDay(date, in: zone).text) \(padded(minute / 60)):\(padded(minute % 60))"
    }

    /// Lets time pass, with everything that the keepers do in it.
    func run(until text: String) async {
        let end = Self.at(text)
        while true {
            let next = await help.promiseKeeper.keep()
            guard next < end else { break }
            help.clock.set(max(next, help.clock.now.addingTimeInterval(0.001)))
        }
        help.clock.set(end)
        await help.promiseKeeper.keep()
    }

    // MARK: what customers and agents do

    func write(_ text: String, from person: String = "mara", number: Int = 1) async throws -> Message {
        let letter = Letter(
            from: "Mara <\(person)@customer.example>",
            subject: "My order \(person)",
            text: text + "\r\n",
            messageID: "\(number)@\(person).example"
        )
        return try await help.receive(letter.octets)
    }

    func pending(_ message: Message) async throws -> Draft? {
        try await help.record(of: message).drafts.first { $0.state == .pending }
    }

    /// Changes the pending draft of a conversation and releases it.
    func release(
        _ message: Message,
        by user: String = "anna",
        change: (inout DraftBody) -> Void = { _ in }
    ) async throws -> Decision<OutgoingMail.ID> {
        var draft = try await #require(pending(message))
        var body = draft.body
        change(&body)
        if body != draft.body {
            switch try await help.desk().edit(draft.id, version: draft.version, body: body, by: user) {
            case .done(let edited): draft = edited
            case .refused(let why): throw Refused(why: why)
            }
        }
        let head = try await help.record(of: message).conversation.head
        return try await help.approve(draft, head: head, by: user)
    }

    /// Receives a question and answers it with a promise for a day.
    func promise(_ day: String, from person: String = "mara") async throws -> Message {
        let message = try await write("Where is my order?", from: person)
        let decision = try await release(message) { $0.fill("arrives", day) }
        guard case .done = decision else { throw Refused(why: []) }
        return message
    }

    func promises(_ message: Message) async throws -> [Promise] {
        let conversation = try #require(message.conversation)
        return try await help.store.promises(in: conversation)
    }

    /// The words of the history of a conversation for one kind of event.
    func details(_ event: HistoryEntry.Event, _ message: Message) async throws -> [String] {
        try await help.record(of: message).history.filter { $0.event == event }.map(\.detail)
    }
}

extension DraftBody {
    mutating func fill(_ slot: String, _ value: String?) {
        for index in slots.indices where slots[index].name == slot { slots[index].value = value }
    }
}

extension Decision {
    var isDone: Bool {
        if case .done = self { true } else { false }
    }

    var refusals: [Refusal] {
        if case .refused(let why) = self { why } else { [] }
    }
}
