import Model
import Testing

@testable import Chat

/// Signed by standardwebhooks 1.1.0 (v1) and cryptography 50.0.2 (v1a), from PyPI.
@Suite("A Standard Webhook")
struct StandardWebhooksTests {
    private static let key = "whsec_AQIDBAUGBwgJCgsMDQ4PEBESExQVFhcYGRobHB0eHyA="
    private static let nextKey = "whsec_ZWZnaGlqa2xtbm9wcXJzdHV2d3h5ent8fX5/gIGCg4Q="
    private static let publicKey = "whpk_6kpsY+KcUgq+9VB7Ey7F+ZVHdq6+vnuSQh7qaRRG0iw="
    private static let nextPublicKey = "whpk_YqYRtHLYmw5fyTwGm59wC0xVLVW8Doe1YAjvF7ayvr4="

    private static let signature = "v1,IZU6OrAhMpmY+g4UwF+3H8ccZjU9l9/hADmq/PfYap8="
    private static let nextSignature = "v1,LN5RwBjCEcf1cmy4QqTd/BQ0/1ZT/LhJveUnkvh6Axs="
    private static let ofNothing = "v1,5KaTvJ4ifND4v/jDvhaDGWwEyHJK37OkEq0o3y0zhP0="
    private static let asymmetric =
        "v1a,mZ4LPStWg7mDNuDRIosxHir6/kXDuZwUOCIkjI6feLwRVBtV7tvjSeSw1gFOXUHrNlxd3oJ4+ty62j6v7+h4AA=="

    private static let id = "msg_2KWPBgLlAfxdpx2AI54pPJ85f4W"
    private static let taken = "key \(id) 200"

    private static let sent = SentWebhook(
        provider: .webhook(GenericChannel()),
        keys: [key],
        request: ReceivedRequest(
            url: "https://shop.example/channels/chat",
            fields: [
                HeaderField(name: "Webhook-Id", value: id),
                HeaderField(name: "Webhook-Timestamp", value: "1790000000"),
                HeaderField(name: "Webhook-Signature", value: signature),
            ],
            body: Array(#"{"id":"m1","text":"Where is my order? Grüße","person":"ada"}"#.utf8)
        )
    )

    private static let keysAndBodies = [
        sent.row("as it was sent", taken),
        sent.row("with another key", "bad-signature 401", keys: [nextKey]),
        sent.row("by the older of two keys", taken, keys: [nextKey, key]),
        sent.row("by a key written without padding", taken, keys: [String(key.dropLast())]),
        sent.row("with a changed byte", "bad-signature 401") { $0.body[9] ^= 1 },
        sent.row("with a byte more", "bad-signature 401") { $0.body.append(10) },
        sent.row("with its body gone", "bad-signature 401") { $0.body = [] },
        sent.row("that was empty from the start", taken) {
            $0.body = []
            $0.set("webhook-signature", ofNothing)
        },
        sent.row("with another id", "bad-signature 401") { $0.set("webhook-id", "msg_2") },
        sent.row("with another time", "bad-signature 401") { $0.set("webhook-timestamp", "1790000001") },
        sent.row("by PUT", "wrong-method 405") { $0.method = "PUT" },
    ]

    private static let signatures = [
        sent.row("signed twice, first by a key that is not ours", taken) {
            $0.set("webhook-signature", "\(nextSignature) \(signature)")
        },
        sent.row("signed twice, in two fields", taken) { $0.add("webhook-signature", nextSignature) },
        sent.row("signed by a version to come as well", taken) {
            $0.set("webhook-signature", "v9,AAAA \(signature)")
        },
        sent.row("signed by a version to come only", "malformed 401") { $0.set("webhook-signature", "v9,AAAA") },
        sent.row("with half a signature", "bad-signature 401") {
            $0.set("webhook-signature", "v1,IZU6OrAhMpmY+g4UwF+3Hw==")
        },
        sent.row("with a signature of another version's name", "bad-signature 401") {
            $0.set("webhook-signature", "v1a,\(signature.dropFirst(3))")
        },
        sent.row("with no base64", "malformed 401") { $0.set("webhook-signature", "v1,!!!") },
        sent.row("with a signature of nothing", "malformed 401") { $0.set("webhook-signature", "v1,") },
        sent.row("with the right signature behind hundreds of others", "bad-signature 401") {
            $0.set("webhook-signature", String(repeating: nextSignature + " ", count: 300) + signature)
        },
        sent.row("with the right signature as the last that is looked at", taken) {
            $0.set("webhook-signature", String(repeating: nextSignature + " ", count: 15) + signature)
        },
        sent.row("without signature", "no-signature 401") { $0.set("webhook-signature", nil) },
        sent.row("with an empty signature", "no-signature 401") { $0.set("webhook-signature", " ") },
        sent.row("without id", "no-signature 401") { $0.set("webhook-id", nil) },
        sent.row("with two ids", "malformed 401") { $0.add("webhook-id", "msg_2") },
    ]

    private static let times = [
        sent.row("as late as may be", taken, late: 300),
        sent.row("too late", "stale-time 401", late: 301),
        sent.row("as early as may be", taken, late: -300),
        sent.row("too early", "stale-time 401", late: -301),
        sent.row("false and too late", "bad-signature 401", late: 301) { $0.body[0] = 0 },
        sent.row("without time", "no-signature 401") { $0.set("webhook-timestamp", nil) },
        sent.row("with a time that is no number", "malformed 401") { $0.set("webhook-timestamp", "1.79e9") },
        sent.row("with a sign in the time", "malformed 401") { $0.set("webhook-timestamp", "+1790000000") },
        sent.row("with a time that never comes", "malformed 401") {
            $0.set("webhook-timestamp", String(repeating: "9", count: 30))
        },
    ]

    private static let asymmetricRows = [
        sent.row("signed by ed25519", taken, keys: [publicKey]) { $0.set("webhook-signature", asymmetric) },
        sent.row(
            "signed by ed25519, with the older of two keys of two kinds",
            taken,
            keys: [key, nextPublicKey, publicKey]
        ) {
            $0.set("webhook-signature", "\(nextSignature) \(asymmetric)")
        },
        sent.row("signed by ed25519 last of four", taken, keys: [publicKey]) {
            $0.set("webhook-signature", String(repeating: "v1a,AAAA ", count: 3) + asymmetric)
        },
        sent.row("signed by ed25519 last of more", "bad-signature 401", keys: [publicKey]) {
            $0.set("webhook-signature", String(repeating: "v1a,AAAA ", count: 4) + asymmetric)
        },
        sent.row("signed by another ed25519 key", "bad-signature 401", keys: [nextPublicKey]) {
            $0.set("webhook-signature", asymmetric)
        },
        sent.row("signed by ed25519, with a changed byte", "bad-signature 401", keys: [publicKey]) {
            $0.set("webhook-signature", asymmetric)
            $0.body[9] ^= 1
        },
        sent.row("signed by ed25519 for a channel that has a shared key", "bad-signature 401") {
            $0.set("webhook-signature", asymmetric)
        },
        sent.row("signed by a shared key for a channel that has a public one", "bad-signature 401", keys: [publicKey]),
    ]

    @Test("is told", arguments: keysAndBodies + signatures + times + asymmetricRows)
    func isTold(row: WebhookCase) throws {
        #expect(try row.outcome() == row.expected)
    }

    @Test("is refused in the same words whatever is wrong, and never with the 410 that would end it")
    func refusesAlike() throws {
        let refused = Self.keysAndBodies + Self.signatures + Self.times
        let answers = try refused.compactMap { row -> WebhookAnswer? in
            guard case .refuse(let refusal, let answer) = try row.sent.verdict(late: row.late) else { return nil }
            return refusal == .wrongMethod ? nil : answer
        }
        #expect(answers.count > 15)
        #expect(Set(answers) == [WebhookAnswer(refusing: .badSignature)])
        #expect(answers.allSatisfy { $0.status == 401 })
    }
}
