import HTTPTypes
import Hummingbird
import HummingbirdTesting
import Model
import Testing

@testable import Web

@Suite("Webhooks")
struct ChannelRoutesTests {
    @Test("a delivery is kept byte for byte, with its fields in order and the address as the sender wrote it")
    func kept() async throws {
        let webhooks = try Webhooks(publicURL: "https://desk.shop.example/help/")
        try await webhooks.application.test(.router) { client in
            var headers = HTTPFields()
            for (name, value) in [("X-Key", "k"), ("b-Field", "1"), ("A-field", "2"), ("B-Field", "3")] {
                if let name = HTTPField.Name(name) { headers.append(HTTPField(name: name, value: value)) }
            }
            let body = ByteBuffer(bytes: [0, 13, 10, 255, 0xC3])
            let response = try await client.execute(
                uri: "/channels/chat?b=%2f+%20&a=1",
                method: .post,
                headers: headers,
                body: body
            )
            #expect(response.status.code == 202)
            #expect(response.headers[.contentType] == "text/xml")
            #expect(String(buffer: response.body) == "<Response/>")
        }
        let delivery = try await #require(webhooks.kept().first)
        #expect(delivery.request.body == [0, 13, 10, 255, 0xC3])
        #expect(delivery.request.url == "https://desk.shop.example/help/channels/chat?b=%2f+%20&a=1")
        let own = delivery.request.fields.filter { $0.name.lowercased().hasSuffix("-field") }
        #expect(own.map(\.name) == ["b-Field", "A-field", "B-Field"])
        #expect(own.map(\.value) == ["1", "2", "3"])
    }

    @Test("handshakes, refusals, other methods and unknown channels are answered in short plain text")
    func answers() async throws {
        let webhooks = try Webhooks()
        try await webhooks.application.test(.router) { client in
            for (method, uri, status, body) in [
                (HTTPRequest.Method.get, "/channels/chat?x=1", 200, "challenge"), (.post, "/channels/chat", 401, "no"),
                (.put, "/channels/chat", 405, ""), (.delete, "/channels/chat", 405, ""),
                (.post, "/channels/other", 404, "There is no such channel.\n"),
                (.get, "/channels/%2e%2e", 404, "There is no such channel.\n"),
            ] as [(HTTPRequest.Method, String, Int, String)] {
                let response = try await client.execute(uri: uri, method: method)
                #expect(response.status.code == status, "\(method) \(uri)")
                #expect(String(buffer: response.body) == body)
                if !body.isEmpty { #expect(response.headers[.contentType] == "text/plain; charset=utf-8") }
            }
        }
        #expect(try await webhooks.kept().isEmpty)
    }

    @Test("the address that Mailgun calls for mail as it came is the channel's as well")
    func mime() async throws {
        let webhooks = try Webhooks()
        try await webhooks.application.test(.router) { client in
            for (uri, status) in [
                ("/channels/chat/mime", 202), ("/channels/other/mime", 404), ("/channels/chat/x", 404),
            ] {
                let response = try await client.execute(uri: uri, method: .post, headers: Webhooks.key("k"))
                #expect(response.status.code == status, "\(uri)")
            }
        }
        #expect(try await webhooks.kept().map(\.request.url) == ["http://localhost/channels/chat/mime"])
    }

    @Test("an answer to HEAD has no body, and the next one on the connection follows at once")
    func head() async throws {
        let answer = try await Webhooks().application.test(.live) { client in
            let connection = try RawConnection(port: try #require(client.port))
            connection.write("HEAD /channels/chat HTTP/1.1\r\nHost: us\r\n\r\n")
            let head = try #require(await connection.readHead())
            #expect(head.hasPrefix("HTTP/1.1 405 "))
            connection.write("HEAD /channels/none HTTP/1.1\r\nHost: us\r\n\r\n")
            #expect(await connection.readHead()?.hasPrefix("HTTP/1.1 404 ") == true)
            connection.write("GET /channels/chat HTTP/1.1\r\nHost: us\r\nConnection: close\r\n\r\n")
            return await connection.readToEnd()
        }
        #expect(answer?.hasPrefix("HTTP/1.1 200 ") == true, "\(answer ?? "")")
        #expect(answer?.hasSuffix("\r\n\r\nchallenge") == true)
    }

    @Test(
        "a sender that waits with its body is asked for it, unless it is too large",
        arguments: [(4, "100", "202"), (Webhooks.limit, "100", "202"), (Webhooks.limit + 1, "413", nil)]
    )
    func heldBack(octets: Int, first: String, second: String?) async throws {
        let webhooks = try Webhooks()
        try await webhooks.application.test(.live) { client in
            let connection = try RawConnection(port: try #require(client.port))
            connection.write(
                "POST /channels/chat HTTP/1.1\r\nHost: us\r\nX-Key: k\r\nConnection: close\r\n"
                    + "Expect: 100-Continue\r\nContent-Length: \(octets)\r\n\r\n"
            )
            #expect(await connection.readHead()?.hasPrefix("HTTP/1.1 \(first) ") == true)
            guard let second else { return }
            connection.write(String(repeating: "x", count: octets))
            #expect(await connection.readHead()?.hasPrefix("HTTP/1.1 \(second) ") == true)
        }
        #expect(try await webhooks.kept().map(\.request.body.count) == (second == nil ? [] : [octets]))
    }

    @Test(
        "a body up to the limit is taken, one octet more is too large",
        arguments: [(Webhooks.limit, 202), (Webhooks.limit + 1, 413)]
    )
    func size(octets: Int, status: Int) async throws {
        let webhooks = try Webhooks()
        try await webhooks.application.test(.live) { client in
            for _ in 1...2 {
                // The connection goes on after either.
                let body = ByteBuffer(repeating: 65, count: octets)
                let response = try await client.execute(
                    uri: "/channels/chat",
                    method: .post,
                    headers: Webhooks.key("k"),
                    body: body
                )
                #expect(response.status.code == status)
            }
        }
        #expect(try await webhooks.kept().count == (status == 202 ? 1 : 0))
    }
}
