import Foundation
import Hummingbird

/// A form as a browser sent it: names and values, line ends made one.
struct Form: Hashable, Sendable {
    let values: [String: String]

    /// Throws where the body is no form, or too large.
    init(of request: Request, context: DeskContext) async throws {
        let body = try await request.body.collect(upTo: context.maxUploadSize)
        let text = String(buffer: body)
        let decoded = text.isEmpty ? [:] : try URLEncodedFormDecoder().decode([String: String].self, from: text)
        values = decoded.mapValues { $0.replacing("\r\n", with: "\n").replacing("\r", with: "\n") }
    }

    init(values: [String: String]) {
        self.values = values
    }

    subscript(_ name: String) -> String {
        values[name] ?? ""
    }

    /// A value of one line: no line ends, no space around it.
    func line(_ name: String) -> String {
        self[name].replacing("\n", with: " ").trimmingCharacters(in: .whitespaces)
    }
}
