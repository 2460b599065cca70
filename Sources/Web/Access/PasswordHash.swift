import Crypto
import CryptoExtras
import Foundation

/// A salted scrypt hash (RFC 7914) with its parameters, in the text form `$scrypt$ln=14,r=8,p=5$salt$hash` with salt and
/// hash in Base64 without padding (the PHC string format). The password itself is never kept.
package struct PasswordHash: Hashable, Sendable {
    let cost: Cost
    let salt: [UInt8]
    let key: [UInt8]

    /// Hashes a password, which takes about a tenth of a second and 16 MB: not for an event loop.
    ///
    /// - Parameter salt: 16 random bytes, new for each password.
    package init(of password: String, salt: [UInt8]) throws(PasswordError) {
        try self.init(of: password, salt: salt, cost: .standard)
    }

    init(of password: String, salt: [UInt8], cost: Cost) throws(PasswordError) {
        self.cost = cost
        self.salt = salt
        key = try Self.derive(password, salt: salt, cost: cost)
    }

    init(cost: Cost, salt: [UInt8], key: [UInt8]) {
        self.cost = cost
        self.salt = salt
        self.key = key
    }

    /// Whether it is the password's hash. Takes as long as hashing, and the comparison as long whatever differs.
    package func matches(_ password: String) -> Bool {
        guard let other = try? Self.derive(password, salt: salt, cost: cost), other.count == key.count else {
            return false
        }
        return zip(other, key).reduce(UInt8(0)) { $0 | ($1.0 ^ $1.1) } == 0
    }

    /// What nobody's password matches: checked where there is no such user, so that the answer takes as long.
    static let decoy = PasswordHash(
        cost: .standard,
        salt: [UInt8](repeating: 0, count: 16),
        key: [UInt8](repeating: 0, count: 32)
    )

    private static func derive(_ password: String, salt: [UInt8], cost: Cost) throws(PasswordError) -> [UInt8] {
        // Canonical composition (RFC 8265 §4.2), so that the same password typed on another keyboard is the same.
        let bytes = Array(password.precomposedStringWithCanonicalMapping.utf8)
        guard !bytes.isEmpty else { throw .empty }
        do {
            let key = try KDF.Scrypt.deriveKey(
                from: bytes,
                salt: salt,
                outputByteCount: 32,
                rounds: 1 << cost.logarithm,
                blockSize: cost.blockSize,
                parallelism: cost.parallelism
            )
            return key.withUnsafeBytes { Array($0) }
        } catch {
            throw .notDerivable
        }
    }
}

/// Why a password has no hash.
package enum PasswordError: Error, Hashable, Sendable {
    case empty
    /// The parameters are out of scrypt's range, or there is no memory for them.
    case notDerivable
}

extension PasswordHash {
    /// scrypt's parameters.
    struct Cost: Hashable, Sendable {
        /// The base-2 logarithm of N.
        var logarithm: Int
        /// r.
        var blockSize: Int
        /// p.
        var parallelism: Int

        /// As strong as N = 2^17, p = 1 by the OWASP table, in an eighth of its memory (16 MiB).
        static let standard = Cost(logarithm: 14, blockSize: 8, parallelism: 5)

        /// Whether a stored hash may ask for that much work: a damaged row must not take the machine down.
        var isBounded: Bool {
            (1...17).contains(logarithm) && (1...16).contains(blockSize) && (1...16).contains(parallelism)
        }
    }
}
