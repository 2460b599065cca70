import Model
import Testing

@Suite("What may be given without asking")
struct GoodwillPolicyTests {
    private static func euro(_ cents: Int) -> Money { Money(minorUnits: cents, currency: "EUR") }

    private let policy = GoodwillPolicy(
        offers: [
            GoodwillOffer(id: "delivery", title: ["en": "free delivery"], value: euro(490)),
            GoodwillOffer(id: "voucher", title: ["en": "a voucher"], value: euro(2_000)),
            GoodwillOffer(id: "gift", title: ["en": "a gift"], value: euro(10_000)),
        ],
        rules: [
            GoodwillRule(
                subject: .role(.agent),
                currency: "EUR",
                each: 1_500,
                month: 20_000,
                customerMonth: 3_000,
                causeMonth: ["order.late": 10_000]
            ),
            GoodwillRule(subject: .user("anna"), currency: "EUR", each: 5_000),
            GoodwillRule(subject: .role(.admin), currency: "EUR", month: 100_000),
        ]
    )

    private func matter(_ user: String, _ role: User.Role = .agent, cause: String = "order.late") -> GoodwillCase {
        GoodwillCase(
            user: user,
            role: role,
            customer: "mara@customer.example",
            cause: cause,
            day: WorkingTimes.day("2026-11-30")
        )
    }

    private func obstacle(_ offer: String, _ matter: GoodwillCase, taken: [String: Int] = [:]) throws -> String? {
        policy.obstacle(to: try #require(policy.offer(offer)), for: matter, taken: taken)
    }

    private func grant(_ offer: String, _ matter: GoodwillCase) throws -> GoodwillGrant {
        let offer = try #require(policy.offer(offer))
        return try #require(policy.grant(offer, for: matter))
    }

    @Test("a person's own rule changes what it names, and leaves the rest to their role's")
    func mostSpecial() {
        let own = policy.allowance(for: matter("anna"), currency: "EUR")
        #expect(own?.each == 5_000)
        #expect(own?.month == 20_000)
        #expect(own?.causeMonth == 10_000)
        #expect(policy.allowance(for: matter("ben"), currency: "EUR")?.each == 1_500)
    }

    @Test("a role without a rule has that of the next lower one, and one with a rule only its own")
    func roles() {
        #expect(policy.allowance(for: matter("clara", .senior), currency: "EUR")?.each == 1_500)
        let admin = policy.allowance(for: matter("dora", .admin), currency: "EUR")
        #expect(admin?.each == nil)
        #expect(admin?.month == 100_000)
    }

    @Test("without a rule, or in another currency, nothing may be given")
    func noRule() {
        #expect(policy.allowance(for: matter("ben"), currency: "GBP") == nil)
        #expect(GoodwillPolicy().allowance(for: matter("ben"), currency: "EUR") == nil)
        let pounds = GoodwillOffer(id: "x", title: [:], value: Money(minorUnits: 1, currency: "GBP"))
        #expect(policy.grant(pounds, for: matter("ben")) == nil)
    }

    @Test("a grant is posted to the person, the customer and the cause, each in its month")
    func caps() throws {
        let grant = try grant("delivery", matter("ben"))
        #expect(
            grant.caps == [
                GoodwillCap(account: "agent/ben/2026-11", limit: 20_000),
                GoodwillCap(account: "customer/mara@customer.example/2026-11", limit: 3_000),
                GoodwillCap(account: "cause/order.late/2026-11", limit: 10_000),
            ]
        )
        #expect(grant.value == Self.euro(490))
    }

    @Test("an account without a bound is posted to all the same, since another rule may bound it")
    func unbounded() throws {
        let grant = try grant("gift", matter("dora", .admin))
        #expect(grant.caps.count == 3)
        #expect(grant.caps[0].limit == 100_000)
        #expect(grant.caps[1].limit > 1_000_000_000)
    }

    @Test("what stands in the way is said with the amounts")
    func obstacles() throws {
        #expect(try obstacle("delivery", matter("ben")) == nil)
        #expect(try obstacle("voucher", matter("ben")) == "ben may give 15.00 EUR at once, and this is 20.00 EUR.")
        #expect(try obstacle("voucher", matter("anna")) == nil)
        let spent = ["agent/ben/2026-11": 19_700]
        #expect(
            try obstacle("delivery", matter("ben"), taken: spent)
                == "ben has 3.00 EUR of 200.00 EUR left for 2026-11, and this is 4.90 EUR."
        )
        let customer = ["customer/mara@customer.example/2026-11": 3_000]
        #expect(
            try obstacle("delivery", matter("ben"), taken: customer)
                == "This customer has 0.00 EUR of 30.00 EUR left for 2026-11, and this is 4.90 EUR."
        )
        let cause = ["cause/order.late/2026-11": 9_511]
        #expect(
            try obstacle("delivery", matter("ben"), taken: cause)
                == "“order.late” has 4.89 EUR of 100.00 EUR left for 2026-11, and this is 4.90 EUR."
        )
        #expect(try obstacle("delivery", matter("ben", cause: "return"), taken: cause) == nil)
    }

    @Test("a new month begins with everything")
    func nextMonth() throws {
        var december = matter("ben")
        december.day = december.day.next
        #expect(try obstacle("delivery", december, taken: ["agent/ben/2026-11": 20_000]) == nil)
    }

    @Test("the exact rest may be given")
    func rest() throws {
        #expect(try obstacle("delivery", matter("ben"), taken: ["agent/ben/2026-11": 19_510]) == nil)
    }
}
