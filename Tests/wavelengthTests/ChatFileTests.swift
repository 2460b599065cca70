import Foundation
import TestSupport
import Testing

@Suite("A file that a customer sends in a chat")
struct ChatFileTests {
    private static let token = "123:t0ken-of-the-bot"
    private static let update = """
        {"update_id":7,"message":{"message_id":5,"date":1795340000,"chat":{"id":77,"type":"private"},
         "from":{"id":77,"is_bot":false,"first_name":"Mara"},"caption":"Where is my order 4711?",
         "document":{"file_id":"F1","file_name":"order.json","mime_type":"application/json","file_size":14}}}
        """

    @Test("is had from the provider by the API, and the token of that is kept nowhere")
    func telegram() async throws {
        let provider = try ScriptedServer { peer in
            while true {
                let target = try peer.text(through: "\r\n\r\n").split(separator: " ")[1]
                let (status, body) = Self.answer(to: String(target))
                peer.write("HTTP/1.1 \(status) Some\r\nContent-Length: \(body.utf8.count)\r\n\r\n\(body)")
            }
        }
        defer { provider.stop() }
        let shop = try Shop(
            inbox: """
                sender_name: Example Shop
                language: en
                telegram:
                  receive: webhook
                  keys: {file: key}
                  token: {file: token}
                  api: http://127.0.0.1:\(provider.port)
                """
        )
        try shop.directory.write("called-by-telegram\n", to: "key")
        try shop.directory.write("\(Self.token)\n", to: "token")
        try await shop.open()
        let head = [
            "POST /channels/support HTTP/1.1", "Host: 127.0.0.1", "Content-Type: application/json",
            "X-Telegram-Bot-Api-Secret-Token: called-by-telegram",
        ]
        #expect(try await HTTPCall.send(head, body: Self.update, port: shop.port).status == 200)
        let draft = try await shop.api.draft(answering: "chat:support/77")
        let message = try #require(draft["message"].integer)
        #expect(try await shop.api.get("/messages/\(message)/files/0")["order"].integer == 4_711)
        #expect(try await shop.api.call("GET", "/messages/\(message)/files/1").status == 404)
        #expect(!shop.log.contains("t0ken"))
        for name in try FileManager.default.subpathsOfDirectory(atPath: shop.data) {
            let octets = FileManager.default.contents(atPath: "\(shop.data)/\(name)") ?? Data()
            #expect(octets.range(of: Data("t0ken".utf8)) == nil, "\(name)")
        }
    }

    private static func answer(to target: String) -> (Int, String) {
        switch target {
        case "/bot\(token)/getFile?file_id=F1":
            (200, #"{"ok":true,"result":{"file_id":"F1","file_size":14,"file_path":"documents/file_0.json"}}"#)
        case "/file/bot\(token)/documents/file_0.json": (200, #"{"order":4711}"#)
        default: (404, #"{"ok":false,"error_code":404,"description":"Not Found"}"#)
        }
    }
}
