import Chat
import Foundation
import Model

// Feeds octets that a fuzzer invents to everything that looks at a request of a webhook: the verifiers, which read what
// anybody may send, the forms and the JSON, and what takes deliveries apart. Built and run by scripts/fuzz.
//
// The first octet chooses the provider, the second how the request came; header fields follow, one a line, an empty line
// and the body, as in seeds/deliveries.

@_cdecl("LLVMFuzzerTestOneInput")
func fuzzDeliveries(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
    let input = [UInt8](UnsafeBufferPointer(start: start, count: count))
    guard input.count > 2 else { return 0 }
    let channel = FuzzedChannel.all[Int(input[0]) % FuzzedChannel.all.count]
    let request = ReceivedRequest(fuzzed: input[1], input[2...])
    FormPromises(request).check()
    JSONPromises(request.body).check()
    VerdictPromises(channel, request).check()
    ItemPromises(channel, request).check()
    return 0
}

/// A channel with the keys that the seeds were signed with.
struct FuzzedChannel: Sendable {
    let settings: ChannelSettings
    let verifier: WebhookVerifier?
    let unpacker: DeliveryUnpacker

    /// Whether a signature covers every octet of the body.
    let signsBody: Bool

    private init(_ provider: ChannelProvider, keys: [String] = [], signsBody: Bool = false) {
        settings = ChannelSettings(provider: provider)
        verifier = try? WebhookVerifier(settings, keys: keys, verifyToken: "meaty ham & hock")
        unpacker = DeliveryUnpacker(settings, channel: InboxName("fuzz"))
        self.signsBody = signsBody
        let isCalled = settings.isCalled
        demand(!isCalled || verifier != nil, "the key of \(provider.name) is refused")
    }

    static let all: [FuzzedChannel] = {
        let meta = MetaChannel(account: "PAGE", verifyToken: .environment("V"))
        let mapped = FieldMap(messages: ["data"], sentAt: ["at"], attachments: ["files"])
        return [
            FuzzedChannel(.webhook(GenericChannel()), keys: [FuzzedKeys.webhook], signsBody: true),
            FuzzedChannel(.slack(SlackChannel()), keys: [FuzzedKeys.slack], signsBody: true),
            FuzzedChannel(.telegram(TelegramChannel(mode: .webhook)), keys: [FuzzedKeys.telegram]),
            FuzzedChannel(.whatsapp(meta), keys: [FuzzedKeys.meta], signsBody: true),
            FuzzedChannel(.messenger(meta), keys: [FuzzedKeys.meta], signsBody: true),
            FuzzedChannel(.twilio(TwilioChannel(account: "AC1", sender: "+49")), keys: [FuzzedKeys.twilio]),
            FuzzedChannel(.mailgun, keys: [FuzzedKeys.mailgun]),
            FuzzedChannel(.postmark(user: "postmark"), keys: [FuzzedKeys.postmark]),
            FuzzedChannel(.sendgrid, keys: [FuzzedKeys.sendgrid], signsBody: true),
            FuzzedChannel(.feed(FeedChannel(url: "https://a.example", fields: mapped))),
            FuzzedChannel(.widget(WidgetChannel(origins: [], title: ""))),
        ]
    }()
}

extension ReceivedRequest {
    /// - Parameter options: by its bits, a GET, and the type of a body whose header does not say one.
    fileprivate init(fuzzed options: UInt8, _ input: ArraySlice<UInt8>) {
        self.init(method: options & 1 == 1 ? "GET" : "POST", url: "https://shop.example/channels/fuzz?a=b")
        var rest = input
        while let end = rest.firstIndex(of: 0x0A) {
            let line = rest[..<end]
            rest = rest[(end + 1)...]
            guard let colon = line.firstIndex(of: 0x3A) else { break }
            let value = String(decoding: line[(colon + 1)...].drop { $0 == 0x20 }, as: UTF8.self)
            let name = String(decoding: line[..<colon], as: UTF8.self)
            if name == "url" { url = value } else { fields.append(HeaderField(name: name, value: value)) }
        }
        body = Array(rest)
        if fields.values(of: "Content-Type").isEmpty {
            let types = [
                "application/json", "application/x-www-form-urlencoded", "multipart/form-data; boundary=frontier",
            ]
            fields.append(HeaderField(name: "Content-Type", value: types[Int(options >> 1) % types.count]))
        }
    }
}
