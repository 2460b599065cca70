import Chat
import Curl
import Foundation
import Model
import TestSupport
import Testing

@testable import Channels

/// A server on loopback in the place of a provider's API, and a fetcher that may not go anywhere else inside the network.
struct FileScene: Sendable {
    static let token = "123:s3cr3t-word"

    let server: PollServer
    private let channel: ChannelSettings
    private let fetcher: AttachmentFetcher

    /// - Parameters:
    ///   - hosts: `attachments_from`.
    ///   - limit: octets of a file.
    ///   - time: for the whole of a fetch.
    ///   - act: for a request, with the address of the server and what was asked.
    init(
        _ provider: ChannelProvider,
        hosts: [String] = [],
        environment: [String: String] = ["TOKEN": token],
        limit: Int = 1_000,
        time: Duration = eventuallyLimit,
        _ act: @escaping @Sendable (_ server: String, _ target: String) -> PollServer.Act
    ) throws {
        server = try PollServer { _, head in
            act("http://\(Self.field("host", of: head))", String(head.split(separator: " ")[1]))
        }
        channel = ChannelSettings(
            provider: provider,
            token: .environment("TOKEN"),
            api: server.url,
            attachmentHosts: hosts
        )
        fetcher = AttachmentFetcher(
            reactor: try Network.reactor(),
            secrets: SecretReader(environment: environment),
            limits: HTTPLimits(connect: eventuallyLimit, total: time, idle: eventuallyLimit, bodyBytes: limit),
            now: { Date(timeIntervalSince1970: 1_800_000_000) }
        )
    }

    static func field(_ name: String, of head: String) -> String {
        let line = head.split(separator: "\r\n").first { $0.lowercased().hasPrefix("\(name): ") }
        return line.map { String($0.dropFirst(name.count + 2)) } ?? ""
    }

    /// What each request was authorised with.
    var authorizations: [String] { server.requests.map { Self.field("authorization", of: $0) } }

    func fetch(_ file: ChatAttachment) async throws(AttachmentRefusal) -> String {
        String(decoding: try await fetcher.fetch(file, of: channel), as: UTF8.self)
    }

    /// Why a file is not fetched; nil where it is.
    func refusal(_ file: ChatAttachment) async -> AttachmentRefusal? {
        do {
            _ = try await fetch(file)
            return nil
        } catch {
            return error
        }
    }
}

extension PollServer.Act {
    static func file(_ body: String, type: String = "image/jpeg") -> PollServer.Act {
        .answer(200, body, fields: "Content-Type: \(type)\r\n")
    }

    static func moved(to url: String) -> PollServer.Act {
        .answer(307, "", fields: "Location: \(url)\r\n")
    }
}

/// A provider whose files are not just an address, and how it says where one is.
struct FileProvider: Sendable, CustomTestStringConvertible {
    var testDescription: String
    var provider: ChannelProvider
    /// Of a message; the URL stands below the server's.
    var path: String?
    var reference: String?
    /// What the provider is asked first, and what it says; nil where it is not asked.
    var question: String?
    var answer: @Sendable (_ server: String) -> String = { _ in "" }
    /// Where the file is, and what it is asked with.
    var target: String
    var authorization = ""

    static let all = [slack, slackByNumber, telegram, whatsApp, twilio]
    private static let bearer = "Bearer \(FileScene.token)"

    static let slack = FileProvider(
        testDescription: "Slack",
        provider: .slack(SlackChannel()),
        path: "/files-pri/T1-F1/bin.jpg",
        target: "/files-pri/T1-F1/bin.jpg",
        authorization: bearer
    )
    static let slackByNumber = FileProvider(
        testDescription: "Slack, by number",
        provider: .slack(SlackChannel()),
        reference: "F1",
        question: "/files.info?file=F1",
        answer: { #"{"ok":true,"file":{"id":"F1","url_private":"\#($0)/files-pri/T1-F1/bin.jpg"}}"# },
        target: "/files-pri/T1-F1/bin.jpg",
        authorization: bearer
    )
    static let telegram = FileProvider(
        testDescription: "Telegram",
        provider: .telegram(TelegramChannel()),
        reference: "AgAC/1",
        question: "/bot\(FileScene.token)/getFile?file_id=AgAC%2F1",
        answer: { _ in #"{"ok":true,"result":{"file_id":"AgAC/1","file_size":6,"file_path":"photos/file 1.jpg"}}"# },
        target: "/file/bot\(FileScene.token)/photos/file%201.jpg"
    )
    static let whatsApp = FileProvider(
        testDescription: "WhatsApp",
        provider: .whatsapp(MetaChannel(account: "1065", verifyToken: .environment("VERIFY"))),
        reference: "262",
        question: "/v21.0/262",
        answer: { Self.media($0) },
        target: "/whatsapp_business/attachments/?mid=262",
        authorization: bearer
    )
    static let twilio = FileProvider(
        testDescription: "Twilio",
        provider: .twilio(TwilioChannel(account: "AC1", sender: "+4930")),
        path: "/2010-04-01/Accounts/AC1/Messages/MM1/Media/ME1",
        target: "/2010-04-01/Accounts/AC1/Messages/MM1/Media/ME1",
        authorization: "Basic \(Data("AC1:\(FileScene.token)".utf8).base64EncodedString())"
    )

    /// SHA-256 of "octets", by `printf octets | sha256sum`.
    static let digest = "eca54ebd28da6204c42104bd66e65d8a33a34af4295a473ef5b2583679a5e2e1"

    static func media(
        _ server: String,
        sha256: String? = digest,
        size: String = "\"6\"",
        type: String = "image/jpeg"
    ) -> String {
        let digest = sha256.map { #""sha256":"\#($0)","# } ?? ""
        return #"""
            {"messaging_product":"whatsapp","id":"262","url":"\#(server)/whatsapp_business/attachments/?mid=262",
             \#(digest)"mime_type":"\#(type)","file_size":\#(size)}
            """#
    }

    func file(on server: String) -> ChatAttachment {
        ChatAttachment(name: "bin.jpg", type: "image/jpeg", url: path.map { server + $0 }, reference: reference)
    }

    /// - Parameter act: for the file itself.
    func scene(
        environment: [String: String] = ["TOKEN": FileScene.token],
        time: Duration = eventuallyLimit,
        _ act: @escaping @Sendable (_ server: String, _ target: String) -> PollServer.Act
    ) throws -> FileScene {
        try FileScene(provider, environment: environment, time: time) { [question, answer] server, target in
            target == question ? .file(answer(server), type: "application/json") : act(server, target)
        }
    }
}

extension AttachmentRefusal {
    /// Its case, where that has words.
    var kind: String? {
        switch self {
        case .noAddress, .notHTTPS, .otherHost, .tooManyRedirects, .tooLarge: nil
        case .gone: "gone"
        case .page: "page"
        case .altered: "altered"
        case .failed: "failed"
        case .unreached: "unreached"
        }
    }
}
