import Foundation
import Model
import Replies

/// A draft in lines, as people compare it.
enum ShownDraft {
    static func lines(_ body: DraftBody) -> [String] {
        let text = ReadableDraft(body).text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
        return ["Subject: \(body.subject)"] + text + promises(body.promise)
    }

    private static func promises(_ promise: DraftPromise?) -> [String] {
        guard let promise else { return [] }
        guard case .made(let terms) = promise else { return ["Promises: nothing"] }
        return terms.map { "Promises: \($0.what), \(due($0.due))" }
    }

    private static func due(_ due: PromiseTerms.Due) -> String {
        switch due {
        case .slot(let name): "by [[\(name)]]"
        case .day(let day): "by \(day.text)"
        case .moment(let date): "by \(date.formatted(.iso8601))"
        case .within(let seconds): "within \(Int(seconds / 60)) minutes of business hours"
        case .workingDays(let days): "within \(days) working days"
        }
    }
}
