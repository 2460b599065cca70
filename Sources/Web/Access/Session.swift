import Foundation
import Model

/// Who asks, once a session cookie or a token was found good.
struct Session: Sendable {
    var user: User
    var secret: AccessSecret

    /// Seconds after which a person signs in again.
    static let lifetime: TimeInterval = 12 * 3600

    /// Whether a form was rendered for this session.
    func accepts(formToken: String?) -> Bool {
        guard let formToken else { return false }
        let expected = Array(secret.formToken.utf8)
        let given = Array(formToken.utf8)
        guard expected.count == given.count else { return false }
        return zip(expected, given).reduce(UInt8(0)) { $0 | ($1.0 ^ $1.1) } == 0
    }
}
