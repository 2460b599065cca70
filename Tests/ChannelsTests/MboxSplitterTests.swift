import Foundation
import TestSupport
import Testing

@testable import Channels

@Suite("Cutting an mbox into messages")
struct MboxSplitterTests {
    struct Case: CustomTestStringConvertible {
        var name: String
        var file: String
        var messages: [String]
        var testDescription: String { name }
    }

    static let separator = "From ann@home.test Mon Mar  2 10:00:00 2026\n"

    static let cases = [
        Case(name: "an empty file", file: "", messages: []),
        Case(
            name: "a single message that is no mbox",
            file: "Subject: a\n\nText\n\n",
            messages: ["Subject: a\n\nText\n\n"]
        ),
        Case(
            name: "a single message with a From line in its text",
            file: "Subject: a\n\n\(separator)>From here\n",
            messages: ["Subject: a\n\n\(separator)>From here\n"]
        ),
        Case(name: "one message", file: "\(separator)Subject: a\n\nText\n\n", messages: ["Subject: a\n\nText\n"]),
        Case(
            name: "several",
            file: "\(separator)Subject: a\n\nA\n\n\(separator)Subject: b\n\nB\n\n",
            messages: ["Subject: a\n\nA\n", "Subject: b\n\nB\n"]
        ),
        Case(
            name: "quoted From lines lose one sign",
            file: "\(separator)Subject: a\n\n>From here\n>>From there\n> From quoted\n\n",
            messages: ["Subject: a\n\nFrom here\n>From there\n> From quoted\n"]
        ),
        Case(
            name: "CR LF line ends",
            file: "From a b 10:00\r\nSubject: a\r\n\r\nA\r\n\r\nFrom a b 10:00\r\nSubject: b\r\n\r\n>From x\r\n\r\n",
            messages: ["Subject: a\r\n\r\nA\r\n", "Subject: b\r\n\r\nFrom x\r\n"]
        ),
        Case(name: "no line end at the end", file: "\(separator)Subject: a\n\nText", messages: ["Subject: a\n\nText"]),
        Case(
            name: "a From line in the text without an empty line before it",
            file: "\(separator)Subject: a\n\nText\nFrom here it goes 10:00\n",
            messages: ["Subject: a\n\nText\nFrom here it goes 10:00\n"]
        ),
        Case(
            name: "a sentence that begins with From after an empty line",
            file: "\(separator)Subject: a\n\nText\n\nFrom here on it is lost.\n",
            messages: ["Subject: a\n\nText\n\nFrom here on it is lost.\n"]
        ),
        Case(
            name: "separators without a time",
            file: "From ann\nSubject: a\n\nA\n\nFrom ben\nSubject: b\n\nB\n",
            messages: ["Subject: a\n\nA\n", "Subject: b\n\nB\n"]
        ),
        Case(
            name: "an empty message between two",
            file: "\(separator)A: a\n\n\(separator)\n\(separator)B: b\n\n",
            messages: ["A: a\n", "B: b\n"]
        ),
    ]

    @Test("messages come out as they went in, however the bytes are cut", arguments: cases)
    func splits(example: Case) {
        let bytes = Array(example.file.utf8)
        for size in [1, 2, 7, max(1, bytes.count)] {
            var splitter = MboxSplitter()
            var messages: [[UInt8]] = []
            for start in stride(from: 0, to: bytes.count, by: size) {
                messages += splitter.add(bytes[start..<min(start + size, bytes.count)])
            }
            if let last = splitter.finish() { messages.append(last) }
            #expect(messages.map { String(decoding: $0, as: UTF8.self) } == example.messages, "chunks of \(size)")
        }
    }
}
