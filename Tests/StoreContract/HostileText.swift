import Foundation
import Model
import Storage
import Testing

extension ContractCase {
    static let hostileText: [ContractCase] = [
        ContractCase("any text comes back: NUL, quotes, controls, emoji, a subject of 1 MB") { scene in
            let texts = [
                "\0a\0", "'; DROP TABLE message; --", "\u{1}\u{7F}\r\n\t\\\"", "👩‍👩‍👧‍👦 é e\u{301} \u{FFFD}\u{10FFFF}",
                String(repeating: "ä", count: 500_000),
            ]
            for (item, text) in texts.enumerated() {
                let mail = TestMail.with {
                    $0.subject = text
                    $0.draft = text
                    $0.person = "\(item)@x"
                    $0.messageID = text
                    $0.identity = text
                }
                let filed = try await scene.receive(item + 1, mail)
                #expect(try await scene.store.message(filed.message)?.content?.subject == text)
                #expect(try await scene.draft(of: filed).body.text == text)
            }
        },
        ContractCase("a NUL in a plain column becomes U+FFFD and cuts nothing off") { scene in
            let filed = try await scene.receive(1)
            try await scene.store.note(
                .edited,
                message: filed.message,
                conversation: nil,
                detail: "a\0b",
                by: "x\0y",
                at: scene.at(1)
            )
            let entry = try #require(try await scene.store.history(of: filed.message).last)
            #expect(entry.detail == "a\u{FFFD}b")
            #expect(entry.actor == "x\u{FFFD}y")
        },
        ContractCase("identifiers that differ after a NUL are different") { scene in
            let one = try await scene.receive(
                1,
                .with {
                    $0.person = "a@x"
                    $0.messageID = "m\0one"
                }
            )
            let two = try await scene.receive(
                2,
                .with {
                    $0.person = "b@x"
                    $0.messageID = "m\0two"
                }
            )
            let mail = TestMail.with {
                $0.person = nil
                $0.identifiers = ["m\0two"]
            }
            #expect(one.conversation != two.conversation)
            #expect(try await scene.receive(3, mail).conversation == two.conversation)
        },
        ContractCase("extreme numbers and dates are kept") { scene in
            var arrival = scene.arrival(1)
            arrival.origin.validity = .max
            arrival.sourceDate = .distantPast
            let taken = try await scene.store.take([arrival], advancing: nil, at: .distantFuture)
            let claimed = try await scene.store.claimUnread(limit: .max, attempts: 3, at: scene.at(0))
            #expect(claimed.map(\.id) == taken.map(\.message))
            #expect(claimed.map(\.sourceDate) == [.distantPast])
            #expect(claimed.map(\.takenAt) == [.distantFuture])
        },
    ]
}
