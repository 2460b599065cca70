import Foundation
import Model

extension APIAnswer {
    /// `ETag` and `Last-Modified`, as far as they may be used to ask whether something has changed.
    ///
    /// A time of change tells nothing of a second change within the same second, so that it counts only if it was over when
    /// the answer was given (RFC 9110 §8.8.2.2).
    package var validators: (etag: String?, lastModified: String?) {
        (fields.values(of: "ETag").first.flatMap { $0.isEmpty ? nil : $0 }, settledTime)
    }

    private var settledTime: String? {
        guard let text = fields.values(of: "Last-Modified").first, let changed = HTTPDate.date(text),
            let answered = fields.values(of: "Date").first.flatMap(HTTPDate.date),
            answered.timeIntervalSince(changed) >= 1
        else { return nil }
        return text
    }
}
