import Chat
import Foundation
import MIME
import Model

/// What everybody may rely on in a form, whatever was sent.
struct FormPromises {
    private let request: ReceivedRequest

    init(_ request: ReceivedRequest) {
        self.request = request
    }

    func check() {
        let limits = FormLimits(fields: 10, header: 200)
        for type in ["application/x-www-form-urlencoded", "multipart/form-data; boundary=frontier"] {
            guard let form = try? FormBody(request.body, contentType: type, limits: limits) else { continue }
            check(form, limits)
            demand(
                (try? FormBody(request.body, contentType: type, limits: limits)) == form,
                "read otherwise the second time"
            )
        }
        if let form = try? FormBody(request) { check(form, FormLimits()) }
    }

    private func check(_ form: FormBody, _ limits: FormLimits) {
        demand(form.fields.count <= limits.fields, "\(form.fields.count) fields")
        demand(form.fields.reduce(0) { $0 + $1.bytes.count } <= request.body.count, "more in the form than in the body")
    }
}

/// JSON is the same value when it was written and is read again.
struct JSONPromises {
    private let octets: [UInt8]

    init(_ octets: [UInt8]) {
        self.octets = octets
    }

    func check() {
        guard let value = try? JSONValue(parsing: octets) else { return }
        let text = value.compact
        let again = try? JSONValue(parsing: Array(text.utf8))
        demand(again == value, "another value when read again: \(text)")
        demand(again?.compact == text, "another text when written again: \(text)")
    }
}

/// A verdict is the same each time, never tells a sender to give up, and falls with what was signed.
struct VerdictPromises {
    private let channel: FuzzedChannel
    private let request: ReceivedRequest
    /// When the seeds were signed.
    private static let now = Date(timeIntervalSince1970: 1_790_000_000)

    init(_ channel: FuzzedChannel, _ request: ReceivedRequest) {
        self.channel = channel
        self.request = request
    }

    func check() {
        guard let verifier = channel.verifier else { return }
        let verdict = verifier.judge(request, at: Self.now)
        demand(verifier.judge(request, at: Self.now) == verdict, "another verdict the second time")
        switch verdict {
        case .take(_, let answer), .answer(let answer): demand(answer.status == 200, "\(answer)")
        case .refuse(_, let answer):
            demand([401, 404, 405, 503].contains(answer.status), "\(answer)")
            return
        }
        guard channel.signsBody, case .take = verdict, let last = request.body.last else { return }
        var changed = request
        changed.body[changed.body.count - 1] = last ^ 1
        if case .refuse = verifier.judge(changed, at: Self.now) { return }
        demand(false, "taken with another body")
    }
}

/// What is taken out of a delivery can be stored and shown.
struct ItemPromises {
    private let channel: FuzzedChannel
    private let request: ReceivedRequest

    init(_ channel: FuzzedChannel, _ request: ReceivedRequest) {
        self.channel = channel
        self.request = request
    }

    func check() {
        guard let items = try? channel.unpacker.items(of: request) else { return }
        demand((try? channel.unpacker.items(of: request)) == items, "taken apart otherwise the second time")
        var numbers: Set<String> = []
        for item in items {
            switch item {
            case .message(let message):
                demand(numbers.insert(message.id).inserted, "two messages \(message.id)")
                check(message)
            case .mail(let id, let raw):
                demand(!id.isEmpty && isLine(id), "the number \(id)")
                demand(ParsedMessage(parsing: raw).fields.count >= 0)
            case .receipt(let receipt):
                let lines = [receipt.number, receipt.sentence]
                demand(lines.allSatisfy { $0.utf8.count <= 1_300 && isLine($0) }, "the receipt \(receipt)")
            case .notice(let words): demand(words.utf8.count <= 300 && isLine(words), "the notice \(words)")
            }
        }
    }

    private func check(_ message: ChatMessage) {
        demand((try? ChatMessage(bytes: message.bytes)) == message, "another message when stored")
        demand(message.text.utf8.count <= 100_000, "a text of \(message.text.utf8.count) octets")
        demand(!message.text.utf8.contains { $0 < 0x20 && $0 != 0x0A && $0 != 0x09 || $0 == 0x7F }, "a text's octets")
        let lines = [
            message.id, message.place.chat, message.place.thread ?? "", message.person.id, message.person.name ?? "",
        ]
        for line in lines + message.remarks { demand(line.utf8.count <= 600 && isLine(line), "the line \(line)") }
        demand(message.attachments.count <= 50 && message.remarks.count <= 30, "\(message)")
    }

    private func isLine(_ text: String) -> Bool {
        !text.utf8.contains { $0 < 0x20 || $0 == 0x7F }
    }
}
