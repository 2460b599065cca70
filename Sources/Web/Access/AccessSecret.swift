import Crypto
package import Foundation
package import Model

/// The secret behind a session or an API token: what the browser or program holds. The store keeps only its digest.
package struct AccessSecret: Hashable, Sendable {
    /// What the holder presents: URL-safe Base64 of the random bytes.
    package let text: String

    /// - Parameter random: 32 random bytes.
    package init(random: [UInt8]) {
        text = Data(random).base64EncodedString()
            .replacing("+", with: "-").replacing("/", with: "_").replacing("=", with: "")
    }

    /// A secret as it was presented. Anything may have been; only its digest is ever looked up.
    package init(presented: some StringProtocol) {
        text = String(presented)
    }

    /// Hexadecimal SHA-256 of the text.
    package var digest: String {
        SHA256.hash(data: Data(text.utf8)).hexadecimal
    }

    /// The token that this session's forms carry: only pages that were rendered for the session can know it.
    var formToken: String {
        let key = SymmetricKey(data: Data(text.utf8))
        return HMAC<SHA256>.authenticationCode(for: Data("wavelength form".utf8), using: key).hexadecimal
    }

    /// What the store keeps of it.
    package func grant(
        _ kind: AccessGrant.Kind,
        to user: User.ID,
        label: String = "",
        at: Date,
        lifetime: TimeInterval
    ) -> AccessGrant {
        AccessGrant(
            kind: kind,
            digest: digest,
            user: user,
            label: label,
            createdAt: at,
            expiresAt: at.addingTimeInterval(lifetime)
        )
    }
}
