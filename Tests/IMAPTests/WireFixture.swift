import Foundation
import Testing

@testable import IMAP

/// What a server sends, and what it means.
struct WireFixture: Sendable, CustomTestStringConvertible {
    let name: String
    let text: String
    let expected: [Response]

    init(_ name: String, _ text: String, _ expected: Response...) {
        self.name = name
        self.text = text
        self.expected = expected
    }

    var testDescription: String { name }

    /// The same meaning whole, cut in two at every place, and byte by byte.
    func check(sourceLocation: SourceLocation = #_sourceLocation) throws {
        let bytes = wire(text)
        try #require(try responses([bytes]) == expected, sourceLocation: sourceLocation)
        for cut in bytes.indices {
            let halves = [Array(bytes[..<cut]), Array(bytes[cut...])]
            #expect(try responses(halves) == expected, "cut at \(cut)", sourceLocation: sourceLocation)
        }
        #expect(try responses(bytes.map { [$0] }) == expected, "byte by byte", sourceLocation: sourceLocation)
    }
}
