package import Foundation
package import Model

/// What the release of a draft commits us to, worked out from it and from the settings at that moment.
package struct Commitments: Hashable, Sendable {
    package var promises: [NewPromise]
    /// The ids of the limits that the reply names.
    package var limits: [String]
    package var grants: [GoodwillGrant]
    /// When to ask whether the recovery worked; nil for a reply that is none.
    package var checkBack: Date?

    package init(
        promises: [NewPromise] = [],
        limits: [String] = [],
        grants: [GoodwillGrant] = [],
        checkBack: Date? = nil
    ) {
        self.promises = promises
        self.limits = limits
        self.grants = grants
        self.checkBack = checkBack
    }

    package static let none = Commitments()
}
