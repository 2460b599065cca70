import Foundation
package import Model

/// Why the bytes of an outgoing reply are none, in one sentence.
package struct ReplyFormError: Error, Hashable, Sendable, CustomStringConvertible {
    package let description: String
}

extension ChatReply {
    /// Its JSON with sorted keys, so that the same reply is always the same bytes.
    package var bytes: [UInt8] {
        // Nothing in a reply can fail to be encoded: strings, and a time that is finite.
        (try? OutgoingJSON.encoded(self)) ?? []
    }

    package init(bytes: [UInt8]) throws(ReplyFormError) {
        do {
            self = try OutgoingJSON.decoder.decode(ChatReply.self, from: Data(bytes))
        } catch {
            throw ReplyFormError(description: "The stored reply is not the JSON of a chat's reply.")
        }
    }
}
