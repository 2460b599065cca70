import Foundation
import HTTPTypes
import Hummingbird
import HummingbirdTesting
import Model
import Storage
import Testing

@testable import Web

@Suite("Signing in")
struct SignInTests {
    @Test("who is not signed in is sent to the sign-in, and back afterwards")
    func redirected() async throws {
        try await Scene().run { client in
            let response = try await Browser(client).get("/parked")
            #expect(response.status == .seeOther)
            #expect(response.headers[.location] == "/sign-in?next=/parked")
        }
    }

    @Test("the right name and password open a session whose cookie no script reads")
    func signIn() async throws {
        try await Scene().run { client in
            let response = try await Browser(client).post("/sign-in", ["name": "Anna", "password": Scene.password])
            #expect(response.status == .seeOther)
            let cookie = try #require(response.headers[.setCookie])
            #expect(cookie.hasPrefix("wavelength="))
            #expect(cookie.contains("HttpOnly") && cookie.contains("SameSite=Lax") && !cookie.contains("Secure"))
            let page = try await Browser.signedIn(client).page("/queue")
            #expect(page.contains("Nobody is waiting."))
            #expect(page.contains("Anna Lindqvist"))
        }
    }

    @Test("over HTTPS the cookie is bound to the host")
    func secureCookie() async throws {
        try await Scene(publicURL: "https://desk.example").run { client in
            let response = try await Browser(client).post("/sign-in", ["name": "anna", "password": Scene.password])
            let cookie = try #require(response.headers[.setCookie])
            #expect(cookie.hasPrefix("__Host-wavelength=") && cookie.contains("Secure"))
            #expect(response.headers[.strictTransportSecurity] != nil)
        }
    }

    @Test("a wrong password and an unknown name get the same answer", arguments: ["anna", "nobody"])
    func refused(_ name: String) async throws {
        try await Scene().run { client in
            let response = try await Browser(client).post("/sign-in", ["name": name, "password": "wrong"])
            #expect(response.status == .unauthorized)
            #expect(response.headers[.setCookie] == nil)
            #expect(String(buffer: response.body).contains("The name or the password is not right."))
        }
    }

    @Test("after five wrong tries even the right password has to wait")
    func limited() async throws {
        let scene = try await Scene()
        try await scene.run { client in
            let browser = Browser(client)
            for _ in 1...5 { _ = try await browser.post("/sign-in", ["name": "anna", "password": "wrong"]) }
            let response = try await browser.post("/sign-in", ["name": "anna", "password": Scene.password])
            #expect(response.status == .tooManyRequests)
            #expect(response.headers[.retryAfter] == "60")
            scene.clock.advance(61)
            let later = try await browser.post("/sign-in", ["name": "anna", "password": Scene.password])
            #expect(later.status == .seeOther)
        }
    }

    @Test("a sign-in that another site sends is refused")
    func foreign() async throws {
        try await Scene().run { client in
            let fields = ByteBuffer(string: "name=anna&password=x")
            let headers: HTTPFields = [.origin: "http://evil.example"]
            let response = try await client.execute(uri: "/sign-in", method: .post, headers: headers, body: fields)
            #expect(response.status == .forbidden)
        }
    }

    @Test("a session ends after twelve hours")
    func expiry() async throws {
        let scene = try await Scene()
        try await scene.run { client in
            let browser = try await Browser.signedIn(client)
            scene.clock.advance(12 * 3600 - 1)
            #expect(try await browser.get("/queue").status == .ok)
            scene.clock.advance(2)
            #expect(try await browser.get("/queue").status == .seeOther)
            #expect(try await browser.post("/sign-out", [:]).status == .unauthorized)
        }
    }

    @Test("signing out ends the session for good")
    func signOut() async throws {
        let scene = try await Scene()
        try await scene.receive()
        try await scene.run { client in
            let browser = try await Browser.signedIn(client)
            let token = try await browser.draftForm("/conversations/1")["token"]
            let response = try await browser.post("/sign-out", ["token": token ?? ""])
            #expect(response.headers[.location] == "/sign-in")
            #expect(try await browser.get("/queue").status == .seeOther)
        }
    }

    @Test("the store holds only a digest of the session")
    func digest() async throws {
        let scene = try await Scene()
        try await scene.run { client in
            let cookie = try #require(try await Browser.signedIn(client).cookie?.split(separator: "=").last)
            let at = scene.clock.now
            #expect(try await scene.store.user(grantedBy: String(cookie), kind: .session, at: at) == nil)
            let digest = AccessSecret(presented: cookie).digest
            #expect(try await scene.store.user(grantedBy: digest, kind: .session, at: at)?.name == "anna")
            #expect(try await scene.store.user(grantedBy: digest, kind: .apiToken, at: at) == nil)
        }
    }
}
