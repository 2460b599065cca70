import Crypto
import Foundation

/// A SHA-256 as providers write it.
enum FileDigest {
    /// In hexadecimal or Base64; nil for all else.
    static func octets(_ text: String) -> [UInt8]? {
        let octets = text.utf8.count == 64 ? Hexadecimal.decode(text) : Data(base64Encoded: text).map(Array.init)
        return octets?.count == SHA256.byteCount ? octets : nil
    }

    static func of(_ octets: [UInt8]) -> [UInt8] {
        Array(SHA256.hash(data: octets))
    }
}
