import Foundation
import TestSupport
import Testing

@Suite("Learning from what people correct")
struct LearningTests {
    @Test("a correction drafts anew, is learned by the running daemon, kept as a version, tried and restored")
    func whole() async throws {
        let shop = try Shop.maildir()
        try await shop.open()
        let words = ["The quixotron glows purple", "My quixotron glows again", "A purple quixotron, what now"]
        for (index, text) in words.enumerated() {
            try shop.deliver(mail("c\(index)@customer.test", text), named: "\(index)")
        }
        for index in words.indices {
            let draft = try await shop.api.draft(answering: "c\(index)@customer.test")
            #expect(draft["template"].text == "unclear")
            let body = JSON.object(["intents": .array([.string("technical.fault")])])
            let message = draft["message"].integer ?? 0
            let answer = try await shop.api.call("POST", "/messages/\(message)/intents", body)
            #expect(answer.status == 200)
            #expect(answer.body["draft"]["template"].text == "technical.fault")
        }
        try await eventually("the weights are learned") {
            let versions = try await intents(shop, "versions").output
            return versions.contains("from 3 messages, 3 of them corrected")
        }
        try await eventually("new mail is read by them") {
            let name = UUID().uuidString.lowercased()
            try shop.deliver(mail("\(name)@customer.test", "Quixotron glows purple"), named: name)
            let draft = try await shop.api.draft(answering: "\(name)@customer.test")
            return draft["template"].text == "technical.fault"
        }
        let tried = try await intents(shop, "try", "--json")
        #expect(try JSON(tried.output)["looked"].integer ?? 0 >= 4)
        let restored = try await intents(shop, "restore", "1")
        #expect(restored.output.hasPrefix("Version 1 is in force again"))
        #expect(try await intents(shop, "versions").output.contains("version 1 restored"))
        let trained = try await intents(shop, "train")
        #expect(trained.output.contains("In force."), "\(trained.errors)")
    }

    private func intents(_ shop: Shop, _ arguments: String...) async throws -> Executable.Result {
        let needsRoot = arguments[0] == "try" || arguments[0] == "train"
        let options = needsRoot ? ["--root", shop.root] : []
        return try await Executable.run(["intents"] + arguments + ["--data", shop.data] + options, in: shop.root)
    }

    private func mail(_ customer: String, _ text: String) -> [UInt8] {
        letter(from: customer, to: "help@shop.test", subject: "Hello", text: text)
    }
}
