import Foundation
import Model
import Pipeline
import Storage
import Testing

@Suite("What people see of a draft before they decide")
struct DraftReviewTests {
    private func review(_ shop: Shop, _ message: Message, for user: String = "anna") async throws -> DraftReview {
        let draft = try #require(try await shop.pending(message))
        return try #require(try await shop.help.desk().review(draft.id, for: user))
    }

    @Test("its promises with their due times, its offers, and nothing in the way")
    func ready() async throws {
        let shop = try await Shop(at: "2027-03-30 10:00")
        let message = try await shop.write("It is still not here!")
        let review = try await review(shop, message)
        #expect(review.obstacles == [])
        #expect(review.report.score == 100)
        #expect(review.promises.map(\.what) == ["The late order arrives"])
        #expect(review.promises.map(\.owner) == ["anna"])
        #expect(review.promises.map(\.dueText) == ["Thu 1 Apr 2027, 10:00"])
        #expect(review.offers.map(\.offer.id) == ["delivery", "voucher"])
        #expect(review.offers.map { $0.obstacle == nil } == [true, false])
        #expect(review.suggestedDays == ["order.late": CalendarDay("2027-04-01")].compactMapValues(\.self))
        let senior = try await self.review(shop, message, for: "clara")
        #expect(senior.offers.map { $0.obstacle == nil } == [true, true])
    }

    @Test("what keeps it from being released, before anybody clicks")
    func obstacles() async throws {
        let shop = try await Shop(at: "2027-04-10 10:00")
        let open = try await review(shop, try await shop.write("Where is my order?"))
        #expect(open.obstacles == [.openSlots(["When does it arrive?"])])
        #expect(open.promises.first?.dueText == "still to be filled in")
        let message = try await shop.write("Please change my order to Sunday.", from: "tom")
        let limited = try await review(shop, message)
        #expect(limited.obstacles == [])
        #expect(limited.limits.map(\.isInForce) == [true])
        shop.help.clock.set(Shop.at("2027-04-12 10:00"))
        let later = try await review(shop, message)
        #expect(later.obstacles == [.limitsOver(["no_sunday"])])
        #expect(later.limits.map(\.isInForce) == [false])
    }

    @Test("of a draft that is not there, and of one whose inbox is gone")
    func gone() async throws {
        let shop = try await Shop(at: "2027-03-30 10:00")
        #expect(try await shop.help.desk().review(Draft.ID(rawValue: 99), for: "anna") == nil)
        let message = try await shop.write("It is still not here!")
        shop.help.rules.replace(by: CommitmentRules(inboxes: []))
        let review = try await review(shop, message)
        #expect(review.obstacles == [.notSendable("The inbox support is no longer configured.")])
    }
}
