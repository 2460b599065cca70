/// What is known for certain about a matter, typed: from the message, the customer's record, or a lookup.
package enum FactValue: Hashable, Sendable, Codable {
    case text(String)
    case day(CalendarDay)
    case money(Money)
    case number(Int)
    case flag(Bool)
}
