import Foundation

/// A time that a signature covers: whole seconds since 1970, in digits.
struct SignedTime {
    /// As the sender wrote it, which is what was signed.
    let text: String
    private let seconds: Int64

    init(_ text: String) throws(WebhookRefusal) {
        let isNumber = (1...12).contains(text.utf8.count) && text.utf8.allSatisfy { (0x30...0x39).contains($0) }
        guard isNumber, let seconds = Int64(text) else { throw .malformed }
        self.text = text
        self.seconds = seconds
    }

    /// For senders that sign each attempt anew.
    /// - Parameter tolerance: seconds by which the sender's clock may be behind or ahead, both ends included.
    func check(at now: Date, tolerance: TimeInterval) throws(WebhookRefusal) {
        guard (-tolerance...tolerance).contains(age(at: now)) else { throw .staleTime }
    }

    /// For senders that sign once and try for hours: only a clock can be ahead, and by little.
    /// - Parameter window: seconds from the signature to the last attempt, both ends included.
    func check(at now: Date, since window: TimeInterval) throws(WebhookRefusal) {
        guard (-min(window, 300)...window).contains(age(at: now)) else { throw .staleTime }
    }

    private func age(at now: Date) -> TimeInterval {
        now.timeIntervalSince1970 - TimeInterval(seconds)
    }
}
