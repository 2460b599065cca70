import Foundation
import HTTPTypes
import Hummingbird
import HummingbirdTesting
import Model
import Pipeline
import Testing

@testable import Web

@Suite("The page of the chat widget")
struct WidgetPageTests {
    @Test("only the configured sites may show the page, and it loads nothing from elsewhere")
    func policy() async throws {
        try await WidgetStand().run { visitor in
            let response = try await visitor.get("/widget/site")
            #expect(response.status == .ok)
            let policy = try #require(response.headers[.contentSecurityPolicy])
            #expect(policy.hasSuffix("frame-ancestors https://shop.example https://www.shop.example"))
            #expect(policy.hasPrefix("default-src 'none'; style-src 'self'; script-src 'self'; connect-src 'self';"))
            #expect(response.headers[.frameOptions] == nil)
            #expect(response.headers[.setCookie] == nil)
            // The desk itself is in nobody's frame.
            let desk = try await visitor.get("/sign-in")
            #expect(desk.headers[.frameOptions] == "DENY")
        }
    }

    @Test("the page says everything in the language of the inbox", arguments: ["en", "de", "fr", "es", "it"])
    func language(code: String) async throws {
        try await WidgetStand(language: code).run { visitor in
            let page = String(buffer: try await visitor.get("/widget/site").body)
            let words = WidgetWords.of(code)
            #expect(page.contains("<html lang=\"\(code == "it" ? "en" : code)\">"))
            #expect(page.contains("<h1>Ask &lt;us&gt;</h1>"))
            for text in [words.greeting, words.message, words.leave, words.send] {
                #expect(page.contains(HTMLText().escapeText(text)), "\(text)")
            }
            #expect(page.contains("role=\"log\" aria-live=\"polite\""))
        }
    }

    @Test("the field for an address is there where mail can be sent", arguments: [true, false])
    func address(sendsMail: Bool) async throws {
        try await WidgetStand(sendsMail: sendsMail).run { visitor in
            let page = String(buffer: try await visitor.get("/widget/site").body)
            #expect(page.contains("id=\"address\"") == sendsMail)
            let response = try await visitor.begun().post("/widget/site/address", #"{"address": "a@b.example"}"#)
            #expect(response.status == (sendsMail ? .noContent : .notFound))
        }
    }

    @Test("the line that a site embeds is a script with the widget's words, kept for some minutes")
    func script() async throws {
        try await WidgetStand(language: "de").run { visitor in
            let response = try await visitor.get("/widget/site.js")
            #expect(response.headers[.contentType] == "text/javascript; charset=utf-8")
            #expect(response.headers[.cacheControl] == "public, max-age=600")
            #expect(response.headers[try #require(HTTPField.Name("Cross-Origin-Resource-Policy"))] == "cross-origin")
            let script = String(buffer: response.body)
            #expect(script.contains(#""openLabel":"Chat öffnen""#))
            #expect(script.contains(#""title":"Ask <us>""#))
            // The site's own pages are read and written in nothing: neither in what they keep nor in what they show.
            for word in ["cookie", "localStorage", "sessionStorage", "innerHTML", "eval"] {
                #expect(!Self.code(script).contains(word), "\(word)")
            }
        }
    }

    /// Without the comments, which may say what the code does not do.
    private static func code(_ script: String) -> String {
        script.split(separator: "\n").filter { !$0.trimmingCharacters(in: .whitespaces).hasPrefix("//") }
            .joined(separator: "\n")
    }

    @Test("the page's style and script are there under addresses that change with them")
    func assets() async throws {
        try await WidgetStand().run { visitor in
            let page = String(buffer: try await visitor.get("/widget/site").body)
            for asset in Asset.widget {
                #expect(page.contains(asset.path))
                #expect(try await visitor.get(asset.path).status == .ok)
            }
        }
    }

    @Test("there is nothing where no widget is", arguments: ["/widget/chat", "/widget/chat.js", "/widget/site/x"])
    func missing(path: String) async throws {
        try await WidgetStand().run { visitor in
            let response = try await visitor.get(path)
            #expect(response.status == .notFound)
        }
        try await Scene().run { client in
            let response = try await WidgetVisitor(client: client).get("/widget/site")
            #expect(response.status == .notFound)
        }
    }
}
