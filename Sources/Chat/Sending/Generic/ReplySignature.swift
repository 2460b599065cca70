import Crypto
import Foundation
import Model

/// The symmetric signature of Standard Webhooks: HMAC-SHA256 over id, time and body, with the bytes behind `whsec_`.
enum ReplySignature {
    static func fields(id: String, at time: Date, body: [UInt8], key text: String) throws(ReplyError) -> [HeaderField] {
        let prefix = "whsec_"
        guard text.hasPrefix(prefix), let key = Data(base64Encoded: String(text.dropFirst(prefix.count))),
            key.count >= 24
        else { throw ReplyError(.configuration, "The key for signing replies is none of the form whsec_ and base64.") }
        let seconds = String(Int64(time.timeIntervalSince1970.rounded(.down)))
        let signed = Array("\(id).\(seconds).".utf8) + body
        let code = HMAC<SHA256>.authenticationCode(for: signed, using: SymmetricKey(data: key))
        return [
            HeaderField(name: "webhook-id", value: id),
            HeaderField(name: "webhook-timestamp", value: seconds),
            HeaderField(name: "webhook-signature", value: "v1,\(Data(code).base64EncodedString())"),
        ]
    }
}
