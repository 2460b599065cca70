import Foundation

/// The held-out messages, language by language.
enum HeldOutMessages {
    static let languages = ["en", "de", "fr", "es"]

    static let intents: Set<String> = [
        "order.where", "order.late", "order.damaged", "order.wrong_item", "order.cancel", "order.change", "return",
        "refund.status", "exchange", "invoice", "charge.double", "payment.failed", "price.question", "availability",
        "opening_hours", "account.access", "account.change", "account.close", "data.request", "technical.fault",
        "howto", "appointment", "complaint.person", "complaint.policy", "praise", "suggestion", "contract.cancel",
        "sales_or_press", "not_our_business", "unclear",
    ]

    static func read(_ language: String) throws -> [HeldOutMessage] {
        let file = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "\(language).txt")
        return try parse(String(contentsOf: file, encoding: .utf8), file: file.lastPathComponent)
    }

    static func parse(_ text: String, file: String) throws(HeldOutError) -> [HeldOutMessage] {
        let lines = text.split(separator: "\n", omittingEmptySubsequences: false).enumerated()
            .map { HeldOutLine(file: file, number: $0.offset + 1, text: String($0.element)) }
        let starts = lines.indices.filter { lines[$0].text.hasPrefix("== ") }
        guard let first = starts.first else { throw HeldOutError(file: file, line: lines.count, reason: "no message") }
        let day = try HeldOutDay(lines[..<first])
        var messages: [HeldOutMessage] = []
        for (start, end) in zip(starts, starts.dropFirst() + [lines.endIndex]) {
            messages.append(try HeldOutBlock(lines[start..<end]).message(on: day))
        }
        return messages
    }
}

struct HeldOutError: Error, CustomStringConvertible {
    var file: String
    var line: Int
    var reason: String
    var description: String { "\(file):\(line): \(reason)" }
}

struct HeldOutLine {
    var file: String
    var number: Int
    var text: String

    func error(_ reason: String) -> HeldOutError {
        HeldOutError(file: file, line: number, reason: reason)
    }
}

/// When the messages of a file came in.
struct HeldOutDay {
    var received: Date
    var zone: TimeZone

    init(_ lines: ArraySlice<HeldOutLine>) throws(HeldOutError) {
        let told = lines.filter { !$0.text.isEmpty && !$0.text.hasPrefix("#") }
        let prefix = "received: "
        guard let line = told.first, told.count == 1, line.text.hasPrefix(prefix) else {
            throw (told.last ?? lines.last ?? HeldOutLine(file: "", number: 0, text: ""))
                .error("one line 'received: …' is needed before the first message")
        }
        let parts = line.text.dropFirst(prefix.count).split(separator: " ").map(String.init)
        guard parts.count == 2, let zone = TimeZone(identifier: parts[1]),
            let received = try? Date(parts[0], strategy: .iso8601)
        else { throw line.error("not a time and a zone") }
        self.received = received
        self.zone = zone
    }
}
