/// The text of a file that operators edit.
package struct ConfigurationFile: Hashable, Sendable {
    /// Relative to the root, with `/` between its parts.
    package var path: String
    package var text: String

    package init(path: String, text: String) {
        self.path = path
        self.text = text
    }
}
