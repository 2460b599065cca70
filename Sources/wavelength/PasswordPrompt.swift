import Foundation

/// Asks for a password without showing it; from a pipe its first line is taken.
enum PasswordPrompt {
    /// NIST SP 800-63B §5.1.1.2 wants at least 8 characters, and no rules about which.
    private static let shortest = 8

    static func new() throws -> String {
        let password = try ask("Password: ")
        guard password.count >= shortest else {
            throw CommandFailure("A password needs at least \(shortest) characters.")
        }
        if isatty(STDIN_FILENO) == 1, try ask("Once more: ") != password {
            throw CommandFailure("The two do not match.")
        }
        return password
    }

    private static func ask(_ prompt: String) throws -> String {
        guard isatty(STDIN_FILENO) == 1 else { return readLine() ?? "" }
        guard let typed = getpass(prompt) else { throw CommandFailure("No password was given.") }
        return String(cString: typed)
    }
}
