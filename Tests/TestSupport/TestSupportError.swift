/// Why a test's surroundings could not be made ready: always a sentence a person can act on.
package struct TestSupportError: Error, Sendable, CustomStringConvertible {
    package let description: String

    package init(_ description: String) {
        self.description = description
    }

    /// The error of the C function `function`, with the system's own words for `code`.
    static func system(_ function: String, _ code: Int32) -> TestSupportError {
        TestSupportError("\(function) failed: \(systemMessage(code))")
    }
}
