import Foundation
import HTTPTypes
import Hummingbird
import HummingbirdTesting
import Model
import Pipeline
import Testing

@testable import Web

@Suite("Visitors of the widget from one place and another")
struct WidgetLimitsTests {
    @Test("a network begins thirty chats at once, and those behind the same proxy are not held up by it")
    func networks() async throws {
        try await WidgetStand().runLive { page in
            var visitor = page
            visitor.forwardedFor = "198.51.100.1, 203.0.113.7"
            for _ in 1...30 {
                #expect(try await visitor.post("/widget/site/sessions").status == .created)
            }
            // What stands before the proxy's own entry changes nothing.
            visitor.forwardedFor = "198.51.100.2, 203.0.113.7"
            let refused = try await visitor.post("/widget/site/sessions")
            #expect(refused.status == .tooManyRequests)
            #expect(refused.headers[.retryAfter] == "20")
            visitor.forwardedFor = "203.0.113.8"
            #expect(try await visitor.post("/widget/site/sessions").status == .created)
        }
    }

    @Test("many visitors of one network write sixty messages at once, then one a second")
    func messages() async throws {
        let stand = try await WidgetStand()
        try await stand.runLive { page in
            var visitors: [WidgetVisitor] = []
            for _ in 1...7 { visitors.append(try await page.begun()) }
            for number in 0..<60 {
                let response = try await visitors[number / 10].write("Hello", id: "m\(number)")
                #expect(response.status == .accepted)
            }
            let refused = try await visitors[6].write("Hello", id: "m60")
            #expect(refused.status == .tooManyRequests)
            #expect(refused.headers[.retryAfter] == "1")
            stand.scene.clock.advance(1)
            #expect(try await visitors[6].write("Hello", id: "m60").status == .accepted)
        }
    }

    @Test("the sign-in counts by the address that the proxy names")
    func signIn() async throws {
        try await WidgetStand().runLive { page in
            let form = ByteBuffer(string: "name=anna&password=wrong")
            let tryOnce = { @Sendable (address: String) in
                var headers: HTTPFields = [.contentType: "application/x-www-form-urlencoded"]
                headers[.fetchSite] = "same-origin"
                headers[.forwardedFor] = address
                return try await page.client.execute(uri: "/sign-in", method: .post, headers: headers, body: form)
                    .status
            }
            var statuses: [Int] = []
            for address in Array(repeating: "203.0.113.7", count: 6) + ["203.0.113.8"] {
                statuses.append(try await tryOnce(address).code)
            }
            #expect(statuses == [401, 401, 401, 401, 401, 429, 401])
        }
    }

    @Test("a token of another widget of the same desk opens nothing here")
    func otherWidget() async throws {
        let stand = try await WidgetStand()
        let secret = MessageToken(secret: Array(repeating: 1, count: 32))
        try await stand.run { page in
            for (widget, status) in [(WidgetStand.name, 200), (InboxName("outlet"), 401)] {
                var visitor = page
                visitor.token = secret.widgetSession(in: widget, random: Array(repeating: 7, count: 16)).token
                let look = try await visitor.get("/widget/site/messages")
                #expect(look.status.code == status)
                let written = try await visitor.write("Hello")
                #expect(written.status.code == (status == 200 ? 202 : 401))
            }
        }
        #expect(try await stand.deliveries().count == 1)
    }

    @Test("what is too large for a message is refused in words for who wrote it")
    func tooLarge() async throws {
        try await WidgetStand().run { page in
            let body = String(repeating: " ", count: WidgetRoutes.bodyLimit + 1)
            let response = try await page.begun().post("/widget/site/messages", body)
            #expect(response.status == .contentTooLarge)
            #expect(String(buffer: response.body).contains("A message has at most 4000 letters."))
        }
    }
}
