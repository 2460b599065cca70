import Foundation
import Model

extension ReceivedRequest {
    /// The value of a header field that must stand there once. Two of them could mean one thing to us and another to a
    /// proxy in front of us.
    func sole(_ name: String) throws(WebhookRefusal) -> String {
        let values = fields.values(of: name)
        guard let value = values.first, !value.isEmpty else { throw .noSignature }
        guard values.count == 1 else { throw .malformed }
        return value
    }

    /// The parameters in the URL.
    var query: FormBody {
        let head = url.utf8.prefix { $0 != UInt8(ascii: "#") }
        guard let mark = head.firstIndex(of: UInt8(ascii: "?")) else { return FormBody(fields: []) }
        let query = Array(head[mark...].dropFirst())
        return FormBody(fields: (try? URLEncodedForm.fields(of: query[...], limits: FormLimits())) ?? [])
    }
}

extension [UInt8] {
    /// The bytes of base64 with its padding (RFC 4648 §4).
    init(signature text: some StringProtocol) throws(WebhookRefusal) {
        guard let data = Data(base64Encoded: String(text)), !data.isEmpty else { throw .malformed }
        self.init(data)
    }

    /// The bytes of hexadecimal digits.
    init(hexadecimal text: some StringProtocol) throws(WebhookRefusal) {
        guard let bytes = Hexadecimal.decode(text), !bytes.isEmpty else { throw .malformed }
        self = bytes
    }
}
