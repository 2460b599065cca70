import Foundation
package import Model

/// Fetches secrets from where the configuration says they are, each time they are needed, so that a changed password
/// is used without a restart.
package struct SecretReader: Sendable {
    private let environment: [String: String]

    /// - Parameter environment: the process's environment.
    package init(environment: [String: String]) {
        self.environment = environment
    }

    /// The secret, without the line end that files have; throws `ChannelError.secret` with where it was looked for.
    package func read(_ reference: SecretReference) throws(ChannelError) -> String {
        switch reference {
        case .environment(let name):
            guard let value = environment[name], !value.isEmpty else {
                throw .secret("The environment variable \(name) is not set; it should hold the secret.")
            }
            return value
        case .file(let path):
            return try firstLine(of: path, as: "file \(path)")
        case .systemdCredential(let name):
            guard let folder = environment["CREDENTIALS_DIRECTORY"] else {
                throw .secret(
                    "The systemd credential \(name) cannot be had: CREDENTIALS_DIRECTORY is not set. "
                        + "Add LoadCredential=\(name):… to the unit."
                )
            }
            return try firstLine(of: "\(folder)/\(name)", as: "systemd credential \(name)")
        }
    }

    private func firstLine(of path: String, as name: String) throws(ChannelError) -> String {
        guard let data = FileManager.default.contents(atPath: path) else {
            let isThere = FileManager.default.fileExists(atPath: path)
            let what = isThere ? "cannot be read; check its owner and permissions" : "does not exist"
            throw .secret("The \(name) \(what). It should hold the secret in its first line.")
        }
        let text = String(decoding: data, as: UTF8.self)
        let line = text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline).first ?? ""
        guard !line.isEmpty else { throw .secret("The \(name) is empty; it should hold the secret in its first line.") }
        return String(line)
    }
}
