import Foundation
import TestSupport

/// Another mail program on the same account, that is not the code under test.
final class OtherClient {
    private let socket: TextSocket
    private var number = 0

    init(_ scene: MailboxScene, mailbox: String = "INBOX") throws {
        socket = try TextSocket(port: scene.dovecot.ports.imap)
        _ = try socket.readLine()
        try command("LOGIN \(scene.user.address) \(scene.user.password)")
        try command("SELECT \"\(mailbox)\"")
    }

    /// Gives a command and returns the untagged lines before its OK.
    @discardableResult
    func command(_ line: String) throws -> [String] {
        number += 1
        try socket.write(Array("c\(number) \(line)\r\n".utf8))
        var lines: [String] = []
        while true {
            let answer = try socket.readLine()
            guard answer.hasPrefix("c\(number) ") else {
                lines.append(answer)
                continue
            }
            guard answer.hasPrefix("c\(number) OK") else { throw TestSupportError("\(line): \(answer)") }
            return lines
        }
    }

    /// The flags of each message but `\Recent`, which is nobody's doing.
    func flags() throws -> [Set<String>] {
        try command("UID FETCH 1:* (FLAGS)").compactMap { line in
            guard let start = line.range(of: "FLAGS (")?.upperBound, let end = line[start...].firstIndex(of: ")") else {
                return nil
            }
            return Set(line[start..<end].split(separator: " ").map(String.init)).subtracting(["\\Recent"])
        }
    }
}
