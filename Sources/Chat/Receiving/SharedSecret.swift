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

    /// Whether `code` is the HMAC (RFC 2104) of the pieces one after the other, compared in constant time.
    func signed<Hash: HashFunction>(_ pieces: [[UInt8]], as code: [UInt8], by hash: Hash.Type) -> Bool {
        signed(pieces, asAnyOf: [code], by: hash)
    }

    /// The same for several codes: however many a stranger sends, the pieces are gone through once.
    func signed<Hash: HashFunction>(_ pieces: [[UInt8]], asAnyOf codes: [[UInt8]], by hash: Hash.Type) -> Bool {
        if codes.isEmpty { return false }
        var mac = HMAC<Hash>(key: key)
        for piece in pieces { mac.update(data: piece) }
        let own = mac.finalize()
        return codes.contains { own == $0 }
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
