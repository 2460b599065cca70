package import Foundation

/// Where a customer's clock stands: what "Tuesday" and "four o'clock" mean to them.
package enum CustomerClock {
    /// The zone of a customer by the offset in the Date field of their message. nil, or an offset that the inbox has at
    /// that time too, gives the inbox's own zone, which knows when clocks change.
    ///
    /// - Parameters:
    ///   - offset: seconds ahead of UTC (`MessageContent.dateOffset`).
    ///   - date: when it was so.
    package static func zone(offset: Int?, at date: Date, inbox: TimeZone) -> TimeZone {
        guard let offset, offset != inbox.secondsFromGMT(for: date) else { return inbox }
        return TimeZone(secondsFromGMT: offset) ?? inbox
    }

    /// The zone of whoever wrote a message.
    package static func zone(of content: MessageContent?, inbox: TimeZone) -> TimeZone {
        guard let content, let date = content.date else { return inbox }
        return zone(offset: content.dateOffset, at: date, inbox: inbox)
    }
}
