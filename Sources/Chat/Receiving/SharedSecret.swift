import Crypto
import Foundation

/// A key that the provider and we both know.
struct SharedSecret: Sendable {
    private let key: SymmetricKey

    init(_ octets: [UInt8]) {
        key = SymmetricKey(data: octets)
    }

    /// Keyed by the text itself, as most providers do.
    init(_ text: String, _ kind: SecretKind) throws(ChannelKeyError) {
        try kind.check(text)
        self.init(Array(text.utf8))
    }

    /// A key of each text, all of which are valid at the same time.
    static func keys(_ texts: [String], of kind: SecretKind) throws(ChannelKeyError) -> [SharedSecret] {
        try ChannelKeyError.keys(texts, of: kind.name) { (text) throws(ChannelKeyError) in
            try SharedSecret(text, kind)
        }
    }

    /// Whether `code` is the HMAC of the pieces one after the other, compared in constant time.
    func signed<Hash: HashFunction>(_ pieces: [[UInt8]], as code: [UInt8], by hash: Hash.Type) -> Bool {
        self.code(of: pieces, by: hash) == code
    }

    /// The HMAC (RFC 2104) of the pieces one after the other. It compares with octets in constant time.
    func code<Hash: HashFunction>(of pieces: [[UInt8]], by hash: Hash.Type) -> HMAC<Hash>.MAC {
        var mac = HMAC<Hash>(key: key)
        for piece in pieces { mac.update(data: piece) }
        return mac.finalize()
    }
}

/// A word that proves who sent it by being there. Only its digest is kept, and digests are compared in constant time, so that
/// neither its letters nor its length can be found out by measuring.
struct SecretWord: Sendable {
    private let digest: SHA256.Digest

    init(_ word: some Sequence<UInt8>) {
        digest = SHA256.hash(data: Array(word))
    }

    func isEqual(to word: some Sequence<UInt8>) -> Bool {
        SHA256.hash(data: Array(word)) == digest
    }
}
