/// Where a password or token is kept. The secret itself never stands in a configuration file.
package enum SecretReference: Hashable, Sendable {
    /// The name of an environment variable.
    case environment(String)
    /// The path of a file whose first line is the secret.
    case file(String)
    /// The name of a systemd credential: a file in `$CREDENTIALS_DIRECTORY` (systemd.exec(5), LoadCredential=).
    case systemdCredential(String)

    /// How it is named in messages to operators.
    package var described: String {
        switch self {
        case .environment(let name): "environment variable \(name)"
        case .file(let path): "file \(path)"
        case .systemdCredential(let name): "systemd credential \(name)"
        }
    }
}
