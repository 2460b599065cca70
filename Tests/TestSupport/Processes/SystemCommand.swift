import Foundation
import Glibc

/// Runs a command to its end and gives what it printed; a failure is thrown with that text in it.
///
/// Output goes through a file: a pipe nobody reads would stop a talkative command.
@discardableResult
func run(_ command: [String], in directory: TemporaryDirectory) throws(TestSupportError) -> String {
    let output = directory.path("command-\(UInt64.random(in: .min ... .max)).out")
    defer { unlink(output) }
    let null = open("/dev/null", O_RDONLY | O_CLOEXEC)
    let file = open(output, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o644)
    defer {
        close(null)
        close(file)
    }
    guard null >= 0, file >= 0 else { throw .system("opening \(output)", errno) }
    let pid = try spawn(command, input: null, output: file, errors: file)
    var status: Int32 = 0
    while waitpid(pid, &status, 0) == -1, errno == EINTR {}
    let text = (try? String(contentsOfFile: output, encoding: .utf8)) ?? ""
    guard status == 0 else {
        throw TestSupportError("\(command.joined(separator: " ")) failed (wait status \(status)): \(text)")
    }
    return text
}
