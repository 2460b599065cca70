import Foundation

extension PromiseTerms.Due {
    /// For programs: a day such as `2026-03-04`, a moment in ISO 8601, `[[slot]]` for the day that is filled in there,
    /// `2 working days`, or `28800 s of business hours`.
    package var notation: String {
        switch self {
        case .slot(let name): "[[\(name)]]"
        case .day(let day): day.text
        case .moment(let date): date.formatted(.iso8601)
        case .within(let seconds): "\(Int(seconds)) s of business hours"
        case .workingDays(let days): "\(days) working days"
        }
    }
}
