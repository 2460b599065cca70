import Foundation
import MIME
import Model
import Pipeline
import Storage
import Synchronization
import Testing

/// Two copies of the program, each with the acknowledgement on, that have each other for customers.
@Suite("Two daemons that write to each other")
struct DuelTests {
    /// What the mail goes through on its way from one to the other.
    enum Way: String, CaseIterable, Sendable {
        case faithful
        /// Puts the sender's address where the null reverse-path was, as some forwarders do.
        case rewritesReturnPath
        /// Loses every mark of automatic mail too.
        case losesMarks
        /// Loses the threading on top of that, and the Message-ID.
        case losesThreading
    }

    /// Mail between the two, and how much of it no person released.
    private final class Post: Sendable {
        private let letters = Mutex<[[UInt8]]>([])

        func put(_ letter: [UInt8]) { letters.withLock { $0.append(letter) } }

        func takeAll() -> [[UInt8]] {
            letters.withLock { letters in
                defer { letters = [] }
                return letters
            }
        }
    }

    @Test("exchange at most two automatic mails in a day", arguments: Way.allCases)
    func duel(way: Way) async throws {
        let clock = TestClock()
        let (anna, ben) = (try Self.side("a@one.example", 1, clock), try Self.side("b@two.example", 2, clock))
        let (toAnna, toBen) = (Post(), Post())
        let deliverers = [Self.deliverer(of: anna, to: toBen, way), Self.deliverer(of: ben, to: toAnna, way)]
        var automatic = 0
        for hour in 0..<24 {
            toAnna.put(Self.letter(from: "b@two.example", to: "a@one.example", hour))
            toBen.put(Self.letter(from: "a@one.example", to: "b@two.example", hour))
            for _ in 0..<6 {
                for (side, post) in [(anna, toAnna), (ben, toBen)] {
                    for letter in post.takeAll() { try await side.receive(letter, sourceDate: clock.now) }
                }
                for deliverer in deliverers { automatic += await deliverer.deliverDue() }
                clock.advance(600)
            }
        }
        #expect(automatic >= 1, "nothing was acknowledged at all")
        #expect(automatic <= 2)
        #expect(try await anna.store.custody().taken >= 24)
    }

    private static func side(_ address: String, _ secret: UInt8, _ clock: TestClock) throws -> HelpDesk {
        let inbox = Inbox(
            name: InboxName("support"),
            addresses: [address],
            acknowledgement: Acknowledgement(text: "We have “{{subject}}”.")
        )
        return try HelpDesk(inbox: inbox, clock: clock, secret: secret)
    }

    private static func letter(from: String, to: String, _ hour: Int) -> [UInt8] {
        Letter(
            from: from,
            to: to,
            subject: "Matter number \(hour)",
            messageID: "\(hour).\(from)",
            returnPath: "<\(from)>"
        )
        .octets
    }

    private static func deliverer(of side: HelpDesk, to post: Post, _ way: Way) -> Deliverer {
        side.deliverer { mail, willHandOver, _ in
            try? await willHandOver()
            post.put(carry(mail, way))
            return .accepted(answer: "250 OK")
        }
    }

    private static func carry(_ mail: OutgoingMail, _ way: Way) -> [UInt8] {
        guard way != .faithful else { return Array("Return-Path: <\(mail.mail.reversePath)>\r\n".utf8) + mail.mail.raw }
        let parsed = ParsedMessage(parsing: mail.mail.raw)
        let sender = parsed.content.from?.address ?? ""
        let marks = ["auto-submitted", "x-auto-response-suppress", "precedence", "x-wavelength-loop"]
        let threading = ["in-reply-to", "references", "message-id"]
        let fields = parsed.fields.filter { field in
            let name = field.name.lowercased()
            if way != .rewritesReturnPath, marks.contains(name) { return false }
            return !(way == .losesThreading && threading.contains(name))
        }
        let head = fields.map { "\($0.name): \($0.value)\r\n" }.joined()
        return Array("Return-Path: <\(sender)>\r\n\(head)\r\n\(parsed.content.text)".utf8)
    }
}
