import Foundation

/// Words for the person at the terminal. Results go to standard output; everything else to standard error, so that a
/// result can be piped.
enum Terminal {
    static func complain(_ text: String) {
        write(text + "\n")
    }

    /// A result that is wanted now, also by a program that reads our output while we go on.
    static func tell(_ text: String) {
        try? FileHandle.standardOutput.write(contentsOf: Data((text + "\n").utf8))
    }

    /// Shows how far long work has come: on one line where a person watches, every thousandth step elsewhere.
    static func progress(_ text: String, step: Int) {
        if isatty(STDERR_FILENO) == 1 {
            write("\r\u{1B}[K\(text)")
        } else if step.isMultiple(of: 1_000) {
            write(text + "\n")
        }
    }

    static func endProgress() {
        if isatty(STDERR_FILENO) == 1 { write("\n") }
    }

    private static func write(_ text: String) {
        try? FileHandle.standardError.write(contentsOf: Data(text.utf8))
    }

    /// One line of JSON with stable key order.
    static func json(_ value: some Encodable) throws -> String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        encoder.dateEncodingStrategy = .iso8601
        return String(decoding: try encoder.encode(value), as: UTF8.self)
    }
}
