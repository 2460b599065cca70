import Foundation
import HTTPTypes
import Hummingbird
import HummingbirdTesting
import Model
import Pipeline
import Storage
import Testing

@testable import Web

@Suite("What the widget's page asks for")
struct WidgetVisitTests {
    @Test("a message is durable when it is answered with 202, and one that is sent again is kept once")
    func written() async throws {
        let stand = try await WidgetStand()
        try await stand.run { page in
            let visitor = try await page.begun()
            for _ in 1...2 {
                let response = try await visitor.write("Where is my order? <b>&\u{301}")
                #expect(response.status == .accepted)
                #expect(try await stand.deliveries().count == 1)
            }
            #expect(try await visitor.write("Another").status == .conflict)
            #expect(try await visitor.write("Another", id: "m2").status == .accepted)
        }
        let newest = try #require(try await stand.deliveries().last)
        let delivery = try #require(try await stand.scene.store.delivery(newest.id))
        let message = try JSONDecoder().decode([String: String].self, from: Data(delivery.request.body))
        #expect(message["text"] == "Where is my order? <b>&\u{301}")
        #expect(message["id"] == "\(message["person"] ?? "")/m1")
        #expect(delivery.request.fields.values(of: "Authorization").isEmpty)
    }

    @Test("only our own page may ask for a change, and says where it is from")
    func foreign() async throws {
        let stand = try await WidgetStand()
        try await stand.run { page in
            let visitor = try await page.begun()
            for (origin, site) in [
                ("https://shop.example", "cross-site"), ("https://desk.shop.example", "same-site"),
                (nil, "same-origin"), ("null", "cross-site"),
            ] as [(String?, String)] {
                var foreign = visitor
                foreign.origin = origin
                foreign.fetchSite = site
                #expect(try await foreign.write("Hello").status == .forbidden)
                #expect(try await foreign.post("/widget/site/sessions").status == .forbidden)
            }
        }
        #expect(try await stand.deliveries().isEmpty)
    }

    @Test(
        "nobody gets in without a token that we made",
        arguments: [nil, "", "x.y", String(repeating: "0", count: 65)]
    )
    func tokens(token: String?) async throws {
        let stand = try await WidgetStand()
        try await stand.run { page in
            var visitor = page
            visitor.token = token
            let response = try await visitor.write("Hello")
            #expect(response.status == .unauthorized)
            #expect(response.headers[.wwwAuthenticate] == "Bearer")
            #expect(try await visitor.get("/widget/site/messages").status == .unauthorized)
            #expect(try await visitor.post("/widget/site/address").status == .unauthorized)
        }
        #expect(try await stand.deliveries().isEmpty)
    }

    @Test(
        "what is no message is refused and not kept",
        arguments: [
            ("", 400), ("[]", 400), (#"{"id": "m1"}"#, 400), (#"{"id": "m/1", "text": "Hello"}"#, 400),
            (#"{"id": "m1", "text": " "}"#, 400), (String(repeating: " ", count: WidgetRoutes.bodyLimit + 1), 413),
        ]
    )
    func unusable(body: String, status: Int) async throws {
        let stand = try await WidgetStand()
        try await stand.run { page in
            let response = try await page.begun().post("/widget/site/messages", body)
            #expect(response.status.code == status)
            #expect(response.headers[.contentType] == "application/json; charset=utf-8")
        }
        #expect(try await stand.deliveries().isEmpty)
    }

    @Test("a name is kept with the message in one line, and told to the page that comes back")
    func name() async throws {
        let stand = try await WidgetStand()
        try await stand.run { page in
            let visitor = try await page.begun()
            #expect(try await visitor.write("Hello", name: " Mara\n\u{202E}Osei\u{1B} ").status == .accepted)
            // The same words under another name are another message.
            #expect(try await visitor.write("Hello", name: "Ada").status == .conflict)
            #expect(try await visitor.write("Hello", id: "m2", name: " \t").status == .accepted)
        }
        let bodies = try await stand.bodies()
        #expect(bodies.map { $0["name"] } == ["Mara Osei", nil])
    }

    @Test(
        "when a person answers is said by the clock of the visitor's zone, and names the zone where it is not known",
        arguments: [
            ("", "Nobody is here just now; we are back tomorrow at 09:00 (Berlin time)."),
            ("?zone=Europe/Paris", "Nobody is here just now; we are back tomorrow at 09:00."),
            ("?zone=America%2FNew_York", "Nobody is here just now; we are back tomorrow at 03:00 (your time)."),
            ("?zone=Pacific/Honolulu", "Nobody is here just now; we are back tomorrow at 22:00 (your time)."),
            ("?zone=../../etc/passwd", "Nobody is here just now; we are back tomorrow at 09:00 (Berlin time)."),
            ("?zone=Nowhere/Land", "Nobody is here just now; we are back tomorrow at 09:00 (Berlin time)."),
        ]
    )
    func zone(query: String, words: String) async throws {
        let berlin = try #require(TimeZone(identifier: "Europe/Berlin"))
        try await WidgetStand(hours: .usual(in: berlin)).run { page in
            let response = try await page.get("/widget/site/outlook\(query)")
            let said = try JSONDecoder().decode(WidgetJSON.Outlook.self, from: Data(response.body.readableBytesView))
            #expect(said.outlook == words)
        }
    }

    @Test("the limits are those of the settings")
    func limits() async throws {
        let limits = WidgetLimits(
            messages: .init(2, every: 30),
            networkVisitors: .init(1, every: 100),
            looks: .init(1, every: 5)
        )
        try await WidgetStand(limits: limits).run { page in
            let visitor = try await page.begun()
            #expect(try await page.post("/widget/site/sessions").headers[.retryAfter] == "100")
            for id in ["m1", "m2"] { #expect(try await visitor.write("Hello", id: id).status == .accepted) }
            #expect(try await visitor.write("Hello", id: "m3").headers[.retryAfter] == "30")
            #expect(try await visitor.get("/widget/site/messages").status == .ok)
            #expect(try await visitor.get("/widget/site/messages").headers[.retryAfter] == "5")
        }
    }

    @Test("who writes too fast waits as long as they are told")
    func tooFast() async throws {
        let stand = try await WidgetStand()
        try await stand.run { page in
            let visitor = try await page.begun()
            for number in 1...10 {
                #expect(try await visitor.write("Hello", id: "m\(number)").status == .accepted)
            }
            let refused = try await visitor.write("Hello", id: "m11")
            #expect(refused.status == .tooManyRequests)
            #expect(refused.headers[.retryAfter] == "6")
            // Another visitor from the same place is not held up.
            #expect(try await page.begun().write("Hello").status == .accepted)
            stand.scene.clock.advance(6)
            #expect(try await visitor.write("Hello", id: "m11").status == .accepted)
        }
    }

    @Test("a look waits for what is new, and is answered with all that the visitor may see")
    func look() async throws {
        let stand = try await WidgetStand()
        try await stand.run { page in
            let visitor = try await page.begun()
            let first = try await Self.conversation(visitor.get("/widget/site/messages"))
            #expect(first.entries.isEmpty)
            #expect(first.outlook == "Nobody is here just now; we are back tomorrow at 09:00 (UTC).")
            async let second = visitor.get("/widget/site/messages?after=\(first.mark)")
            try await stand.untilLookWaits()
            let left = try await visitor.post("/widget/site/address", #"{"address": " mara@customer.example "}"#)
            #expect(left.status == .noContent)
            let changed = try Self.conversation(await second)
            #expect(changed.address == "mara@customer.example")
            #expect(changed.mark != first.mark)
            #expect(try await visitor.post("/widget/site/address", #"{"address": ""}"#).status == .noContent)
            #expect(try await Self.conversation(visitor.get("/widget/site/messages")).address == nil)
        }
    }

    @Test("a look at what does not change is answered by nothing once its patience is over")
    func nothingNew() async throws {
        try await WidgetStand().run(patience: .milliseconds(1)) { page in
            let visitor = try await page.begun()
            let first = try await Self.conversation(visitor.get("/widget/site/messages"))
            let second = try await visitor.get("/widget/site/messages?after=\(first.mark)")
            #expect(second.status == .noContent)
            #expect(second.body.readableBytes == 0)
            // A mark that was never given out differs from all that there is.
            #expect(try await visitor.get("/widget/site/messages?after=0").status == .ok)
        }
    }

    @Test(
        "what is no mail address is refused",
        arguments: [
            "mara", "mara@", "@b.example", "a@b", "a@b..example", "a b@c.example", "a@b.example, c@d.example",
            "a@b.example\\nBcc: c@d.example", "-f@b.example", "é@b.example",
        ]
    )
    func noAddress(address: String) async throws {
        try await WidgetStand().run { page in
            let response = try await page.begun().post("/widget/site/address", #"{"address": "\#(address)"}"#)
            #expect(response.status == .badRequest)
        }
    }

    private static func conversation(_ response: TestResponse) throws -> WidgetJSON.Conversation {
        let decoder = JSONDecoder()
        decoder.dateDecodingStrategy = .iso8601
        return try decoder.decode(WidgetJSON.Conversation.self, from: Data(response.body.readableBytesView))
    }
}
