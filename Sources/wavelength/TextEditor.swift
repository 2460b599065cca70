import Foundation

/// Opens a text in the person's own editor (`$VISUAL`, else `$EDITOR`).
enum TextEditor {
    static func edit(_ text: String) throws -> String {
        let environment = ProcessInfo.processInfo.environment
        guard let editor = environment["VISUAL"] ?? environment["EDITOR"], isatty(STDIN_FILENO) == 1 else {
            throw CommandFailure("Set EDITOR, or give the new text with --text FILE.")
        }
        let file = "\(NSTemporaryDirectory())/wavelength-\(UUID().uuidString).md"
        _ = FileManager.default.createFile(
            atPath: file,
            contents: Data(text.utf8),
            attributes: [.posixPermissions: 0o600]
        )
        defer { try? FileManager.default.removeItem(atPath: file) }
        let process = Process()
        process.executableURL = URL(filePath: "/bin/sh")
        process.arguments = ["-c", "\(editor) \"$1\"", "sh", file]
        try process.run()
        process.waitUntilExit()
        guard process.terminationStatus == 0, let data = FileManager.default.contents(atPath: file) else {
            throw CommandFailure("The editor ended with an error; nothing was changed.")
        }
        return String(decoding: data, as: UTF8.self)
    }
}
