import Foundation
import MIME
import Model
import Testing

@Suite("Collected mail", .enabled(if: Corpora.folder != nil))
struct CorpusTests {
    @Test("every collected message is read, whatever it is")
    func readsAll() throws {
        for file in Corpora.rawFiles() {
            let message = ParsedMessage(parsing: try Corpora.bytes(file))
            #expect(Soundness.faults(of: message) == [], "\(file.lastPathComponent)")
        }
    }

    @Test("what other programs read in a message is read here too")
    func agrees() throws {
        var tally = Tally()
        for entry in try CorpusCase.all() {
            let folder = try #require(Corpora.folder)
            let bytes = try Corpora.bytes(folder.appending(path: "mime/\(entry.raw)"))
            tally.count(entry, ParsedMessage(parsing: bytes).content)
        }
        print(tally.report)
        for (field, floor) in ["subject": 0.99, "from": 0.99, "to": 0.99, "text": 0.88, "attachments": 0.85] {
            #expect(tally.rate(field) >= floor, "\(field)")
        }
    }
}

/// How many cases agree, by field.
private struct Tally {
    private var right: [String: Int] = [:]
    private var all: [String: Int] = [:]
    private var misses: [String] = []

    var report: String {
        let rates = all.keys.sorted().map { "\($0) \(right[$0, default: 0])/\(all[$0, default: 0])" }
        return (misses + [rates.joined(separator: ", ")]).joined(separator: "\n")
    }

    func rate(_ field: String) -> Double {
        Double(right[field, default: 0]) / Double(max(1, all[field, default: 0]))
    }

    mutating func count(_ entry: CorpusCase, _ content: MessageContent) {
        let lossy = Set(entry.lossyFields ?? [])
        func equal(_ a: String, _ b: String, _ field: String) -> Bool {
            Folded.equal(a, b, wild: lossy.contains(field))
        }
        if let subject = entry.expected.subject {
            note("subject", entry, equal(subject, content.subject, "subject"), "\(subject) | \(content.subject)")
        }
        if let from = entry.expected.from {
            note(
                "from",
                entry,
                agrees(from, content.from.map { [$0] } ?? []),
                "\(from) | \(String(describing: content.from))"
            )
        }
        if let to = entry.expected.to { note("to", entry, agrees(to, content.to), "\(to) | \(content.to)") }
        if let text = entry.expected.text, entry.expected.isHTML != true {
            let detail = "\(text.debugDescription.prefix(300)) | \(content.text.debugDescription.prefix(300))"
            note("text", entry, equal(text, content.text, "text"), detail)
        }
        let files = agrees(entry.expected.attachments, content.attachments)
        note("attachments", entry, files, "\(entry.expected.attachments) | \(content.attachments)")
    }

    private mutating func note(_ field: String, _ entry: CorpusCase, _ isRight: Bool, _ detail: String) {
        all[field, default: 0] += 1
        if isRight { right[field, default: 0] += 1 } else { misses.append("\(entry.id) \(field): \(detail)") }
    }

    private func agrees(_ expected: CorpusCase.Mailboxes, _ found: [MailAddress]) -> Bool {
        switch expected {
        case .text(let text):
            let shown = found.map { $0.name.map { name in "\(name) <\(found[0].address)>" } ?? $0.address }
            return Folded.equal(text, shown.joined(separator: ", "), wild: false)
        case .list(let pairs):
            guard pairs.count == found.count else { return false }
            return zip(pairs, found).allSatisfy { pair, mailbox in
                Folded.equal(pair[0] ?? "", mailbox.name ?? "", wild: true)
                    && Folded.equal(pair[1] ?? "", mailbox.address, wild: true)
            }
        }
    }

    private func agrees(_ expected: [CorpusCase.File], _ found: [Model.Attachment]) -> Bool {
        guard expected.count == found.count else { return false }
        return zip(expected, found).allSatisfy { (wanted: CorpusCase.File, file: Model.Attachment) -> Bool in
            if let name = wanted.name, !Folded.equal(name, file.name, wild: false) { return false }
            if let type = wanted.type, type != file.type { return false }
            return wanted.size.map { $0 == file.size } ?? true
        }
    }
}

/// Comparison without white space and NUL; where the expectation is `wild`, its U+FFFD stands for any text.
private enum Folded {
    static func equal(_ expected: String, _ found: String, wild: Bool) -> Bool {
        let pieces = folded(expected).split(separator: "\u{FFFD}", omittingEmptySubsequences: true)
        let text = folded(found)
        guard wild, pieces.count > 1 || expected.contains("\u{FFFD}") else { return folded(expected) == text }
        var rest = text[...]
        for piece in pieces {
            guard let range = rest.firstRange(of: piece) else { return false }
            rest = rest[range.upperBound...]
        }
        return rest.count < 8
    }

    private static func folded(_ text: String) -> String {
        String(text.unicodeScalars.filter { !$0.properties.isWhitespace && $0.value != 0 }.map(Character.init))
    }
}
