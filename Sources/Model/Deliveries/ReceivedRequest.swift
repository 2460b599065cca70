/// An HTTP request as it came, enough of it to verify it again later.
package struct ReceivedRequest: Hashable, Sendable {
    package var method: String
    /// The whole URL as the sender wrote it, the public one where a proxy stands in front: some senders sign it.
    package var url: String
    /// Every header field in order, without those that carry a secret in plain words (`Authorization`), once verified.
    package var fields: [HeaderField]
    package var body: [UInt8]

    package init(method: String = "POST", url: String, fields: [HeaderField] = [], body: [UInt8] = []) {
        self.method = method
        self.url = url
        self.fields = fields
        self.body = body
    }
}
