import Crypto
import Foundation

/// `appsecret_proof`: shows the Graph API that whoever has the token has the app's secret too, so that a token that was
/// stolen is of no use once the app requires it (developers.facebook.com, Graph API: secure Graph API calls).
enum MetaProof {
    static let parameter = "appsecret_proof"

    /// The HMAC-SHA256 of the token, keyed by the app's secret, in hexadecimal.
    static func value(token: String, secret: String) -> String {
        let code = HMAC<SHA256>.authenticationCode(
            for: Array(token.utf8),
            using: SymmetricKey(data: Array(secret.utf8))
        )
        return code.map { String($0 >> 4, radix: 16) + String($0 & 15, radix: 16) }.joined()
    }
}

extension APIRequest {
    /// The same request with the proof in its query.
    package func proving(token: String, by secret: String) -> APIRequest {
        var request = self
        let mark = url.contains("?") ? "&" : "?"
        request.url += "\(mark)\(MetaProof.parameter)=\(MetaProof.value(token: token, secret: secret))"
        return request
    }
}
