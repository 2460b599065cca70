import Foundation
import Model

/// How limits stand on a day. Pure.
struct LimitWatch {
    let limits: [Limit]
    let today: CalendarDay

    /// Somebody said that they ended.
    var ended: [Limit] {
        limits.filter { $0.hasEnded(by: today) }
    }

    /// Nobody has said that they ended: also those that ran out, since nobody knows of these whether they did.
    var standing: [Limit] {
        limits.filter { !$0.hasEnded(by: today) }
    }

    func alerts(at: Date) -> [Alert] {
        limits.filter { $0.isExpired(on: today) }.map { limit in
            let text =
                "The limit “\(limit.id)” ran out on \(limit.until.text). No draft names it, and none that does can be sent. "
                + "\(limit.owner) has to say in config/limits.yaml whether it ended (“ended: …”) or how long it lasts."
            return Alert(kind: .limitExpired, subject: limit.id, text: text, since: at)
        }
    }
}
