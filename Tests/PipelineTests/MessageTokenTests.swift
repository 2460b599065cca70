import Model
import Pipeline
import Testing

@Suite("The token in our Message-IDs")
struct MessageTokenTests {
    private let token = MessageToken(secret: Array(1...32))

    @Test("names its conversation again", arguments: [1, 35, 36, 4_711, Int64.max])
    func roundTrip(number: Int64) {
        let id = Conversation.ID(rawValue: number)
        #expect(token.verify(token.mint(id, nonce: .max, domain: "shop.example")) == id)
    }

    @Test("survives a system that folds the case, and one that changes the domain")
    func folded() {
        let id = Conversation.ID(rawValue: 987_654)
        let minted = token.mint(id, nonce: 0xDEAD_BEEF, domain: "shop.example")
        #expect(token.verify(minted.uppercased()) == id)
        #expect(token.verify(minted.replacing("@shop.example", with: "@relay.example")) == id)
    }

    @Test("is not ours any more once a single character has changed")
    func tampered() {
        let minted = Array(token.mint(Conversation.ID(rawValue: 4_711), nonce: 12_345, domain: "shop.example"))
        for index in 0..<(minted.firstIndex(of: "@") ?? 0) {
            var changed = minted
            changed[index] = changed[index] == "7" ? "8" : "7"
            #expect(token.verify(String(changed)) == nil, "\(String(changed))")
        }
    }

    @Test("is worth nothing with another secret")
    func foreign() {
        let other = MessageToken(secret: Array(2...33))
        #expect(token.verify(other.mint(Conversation.ID(rawValue: 1), nonce: 1, domain: "shop.example")) == nil)
        #expect(!token.verifyLoopMark(other.loopMark(nonce: 1)))
    }

    @Test(
        "is not seen in what others write",
        arguments: [
            "", "@", "wl", "wl...@shop.example", "wl.1.2.@x", "wl.1.2.3.4@x", "wl.-1.1.aa@x",
            "wl.zzzzzzzzzzzzzzzzz.1.a@x",
            "wl.\u{0}.1.a", "CAF+abc@mail.customer.example", "wl.1.1.\u{1F600}\u{1F600}\u{1F600}\u{1F600}@x",
        ]
    )
    func strange(identifier: String) {
        #expect(token.verify(identifier) == nil)
    }

    @Test("a token of one purpose does not pass for the other")
    func purposes() {
        let mark = token.loopMark(nonce: 77)
        #expect(token.verifyLoopMark(mark))
        #expect(token.verifyLoopMark(" \(mark.uppercased()) "))
        #expect(token.verify("wl.1.\(mark)@shop.example") == nil)
        #expect(!token.verifyLoopMark("yes"))
        let minted = token.mint(Conversation.ID(rawValue: 1), nonce: 77, domain: "x")
        #expect(!token.verifyLoopMark(String(minted.dropFirst("wl.1.".count).prefix { $0 != "@" })))
    }
}
