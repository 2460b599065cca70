import Crypto
import Model

/// A provider's number of a message, a person or a chat: kept as it is unless it cannot be.
enum ProviderNumber {
    private static let longest = 200

    /// Without control characters and of bounded length. What has to be changed for that gets a digest of the whole, so
    /// that two numbers never become one.
    static func safe(_ number: String) -> String {
        let line = PlainChatText.line(number)
        return line.hasOctets(of: number)
            ? number : PlainChatText.prefix(of: line, octets: longest / 2) + "#" + digest(number.utf8)
    }

    /// For what has no number: the first half of its SHA-256, in hexadecimal.
    static func digest(_ octets: some Sequence<UInt8>) -> String {
        var hash = SHA256()
        hash.update(data: Array(octets))
        return hash.finalize().prefix(16).hexadecimal
    }
}
