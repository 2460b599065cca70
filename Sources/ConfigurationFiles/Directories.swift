/// The two places that relative paths in the configuration begin at.
package struct Directories: Hashable, Sendable {
    /// What operators edit: `config`, `templates`, `seeds`, and files of secrets and certificates.
    package var root: String
    /// What changes while the program runs: the store, and a Maildir without an absolute path.
    package var data: String

    package init(root: String, data: String) {
        self.root = root
        self.data = data
    }

    func inRoot(_ path: String) -> String {
        Self.join(root, path)
    }

    func inData(_ path: String) -> String {
        Self.join(data, path)
    }

    static func join(_ directory: String, _ path: String) -> String {
        path.hasPrefix("/") ? path : directory.hasSuffix("/") ? directory + path : "\(directory)/\(path)"
    }
}
