import Foundation
import HTTPTypes
import Hummingbird
import HummingbirdTesting
import Testing

/// A browser as far as the desk can tell: it keeps the cookie, and sends forms back with their hidden fields.
struct Browser: Sendable {
    let client: any TestClientProtocol
    var cookie: String?

    init(_ client: any TestClientProtocol) {
        self.client = client
    }

    /// A browser that is signed in.
    static func signedIn(as name: String = "anna", _ client: any TestClientProtocol) async throws -> Browser {
        var browser = Browser(client)
        let response = try await browser.post("/sign-in", ["name": name, "password": Scene.password])
        try #require(response.status == .seeOther)
        browser.cookie = response.headers[.setCookie]?.split(separator: ";").first.map(String.init)
        return browser
    }

    func get(_ path: String) async throws -> TestResponse {
        try await client.execute(uri: path, method: .get, headers: headers)
    }

    func page(_ path: String) async throws -> String {
        String(buffer: try await get(path).body)
    }

    func post(_ path: String, _ fields: [String: String], adding extra: HTTPFields = [:]) async throws -> TestResponse {
        var headers = headers
        headers[.contentType] = "application/x-www-form-urlencoded"
        headers.append(contentsOf: extra)
        let body = ByteBuffer(string: try URLEncodedFormEncoder().encode(fields))
        return try await client.execute(uri: path, method: .post, headers: headers, body: body)
    }

    /// The draft's form of a conversation's page, as it would be sent back unchanged.
    func draftForm(_ path: String) async throws -> [String: String] {
        try Self.draftForm(in: try await page(path))
    }

    /// What is chosen is sent, and no button.
    static func draftForm(in html: String) throws -> [String: String] {
        let form = try #require(html.firstMatch(of: /<form class="composer".*?<\/form>/.dotMatchesNewlines())).output
        var fields: [String: String] = [:]
        for tag in form.matches(of: /<input[^>]*>/).map(\.output) {
            guard let name = attribute("name", of: tag), let type = Optional(attribute("type", of: tag) ?? "text")
            else { continue }
            if ["radio", "checkbox"].contains(type), !tag.contains(" checked") { continue }
            fields[name] = attribute("value", of: tag) ?? ""
        }
        for select in form.matches(of: /<select name="([a-z_0-9]+)".*?<\/select>/.dotMatchesNewlines()) {
            let chosen = select.output.0.matches(of: /<option[^>]*>/).map(\.output)
                .first { $0.contains(" selected") && !$0.contains(" disabled") }
            fields[String(select.output.1)] = chosen.flatMap { attribute("value", of: $0) } ?? ""
        }
        let text = try #require(form.firstMatch(of: /<textarea name="text"[^>]*>\n([^<]*)<\/textarea>/))
        fields["text"] = unescaped(String(text.1))
        return fields
    }

    private static func attribute(_ name: String, of tag: Substring) -> String? {
        guard let start = tag.range(of: " \(name)=\""), let end = tag[start.upperBound...].firstIndex(of: "\"") else {
            return nil
        }
        return unescaped(String(tag[start.upperBound..<end]))
    }

    private var headers: HTTPFields {
        var headers: HTTPFields = [.init("Sec-Fetch-Site") ?? .accept: "same-origin"]
        headers[.cookie] = cookie
        return headers
    }

    private static func unescaped(_ text: String) -> String {
        text.replacing("&lt;", with: "<").replacing("&gt;", with: ">").replacing("&quot;", with: "\"")
            .replacing("&#39;", with: "'").replacing("&amp;", with: "&")
    }
}
