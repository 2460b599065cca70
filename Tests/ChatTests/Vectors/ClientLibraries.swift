import Foundation
import Model
import Testing

@testable import Chat

/// The client libraries from PyPI behind `scripts/webhook-vectors`, where they are installed.
enum ClientLibraries {
    static let areInstalled = python != nil

    /// Whether their absence is a failure: a gate that leaves them out in silence is none.
    static let areRequired = ProcessInfo.processInfo.environment["WAVELENGTH_REQUIRE"]?.contains("libraries") == true

    static let missing: Comment = """
        The client libraries are not installed. To have them as the other side: \
        python3 -m venv .build/webhooks && .build/webhooks/bin/pip install -r scripts/webhook-vectors.txt
        """

    static func requests(seed: Int, of each: Int) throws -> [LibraryRequest] {
        try JSONDecoder().decode([LibraryRequest].self, from: run(["sign", String(seed), String(each)]))
    }

    /// Whether the libraries take what we signed.
    static func verified(_ requests: [LibraryRequest]) throws -> [Bool] {
        let file = FileManager.default.temporaryDirectory.appending(path: "webhooks-\(UUID().uuidString).json")
        defer { try? FileManager.default.removeItem(at: file) }
        try JSONEncoder().encode(requests).write(to: file)
        return try JSONDecoder().decode([Bool].self, from: run(["verify", file.path]))
    }

    private static let root = URL(filePath: #filePath).resolvingSymlinksInPath()
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

    /// The environment of the tests first, then whatever python3 there is.
    private static let python: String? = {
        let own = root.appending(path: ".build/webhooks/bin/python").path
        return [own, "/usr/bin/python3", "/usr/local/bin/python3"].first { path in
            FileManager.default.isExecutableFile(atPath: path) && (try? run(["libraries"], by: path)) != nil
        }
    }()

    private static func run(_ arguments: [String]) throws -> Data {
        try run(arguments, by: #require(python, missing))
    }

    private static func run(_ arguments: [String], by python: String) throws -> Data {
        let process = Process()
        let output = Pipe()
        process.executableURL = URL(filePath: python)
        process.arguments = [root.appending(path: "scripts/webhook-vectors").path] + arguments
        process.standardOutput = output
        process.standardError = FileHandle.nullDevice
        try process.run()
        let data = output.fileHandleForReading.readDataToEndOfFile()
        process.waitUntilExit()
        guard process.terminationStatus == 0 else { throw CocoaError(.executableLoad) }
        return data
    }
}

/// A signed request in the form of `scripts/webhook-vectors`.
struct LibraryRequest: Codable, Sendable {
    var provider: String
    var key: String
    var user: String?
    var url: String
    var fields: [[String]]
    var body: Data
    /// `bytes`, `key …` or `nonce …`
    var identity: String
    /// Seconds since 1970.
    var at: Int64

    var date: Date { Date(timeIntervalSince1970: TimeInterval(at)) }

    var request: ReceivedRequest {
        let fields = fields.compactMap { field in
            field.count == 2 ? HeaderField(name: field[0], value: field[1]) : nil
        }
        return ReceivedRequest(url: url, fields: fields, body: Array(body))
    }

    func verifier() throws -> WebhookVerifier {
        try WebhookVerifier(ChannelSettings(provider: channelProvider()), keys: [key], verifyToken: "token")
    }

    func channelProvider() throws -> ChannelProvider {
        switch provider {
        case "webhook": .webhook(GenericChannel())
        case "slack": .slack(SlackChannel())
        case "whatsapp": .whatsapp(MetaChannel(account: "1", verifyToken: .environment("TOKEN")))
        case "twilio": .twilio(TwilioChannel(account: "AC1", sender: "+1"))
        case "mailgun": .mailgun
        case "postmark": .postmark(user: try #require(user))
        case "sendgrid": .sendgrid
        default: throw CocoaError(.coderInvalidValue)
        }
    }
}
