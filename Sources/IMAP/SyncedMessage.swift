package import Foundation

/// A message that a sync took from a mailbox.
package struct SyncedMessage: Hashable, Sendable {
    /// Why it was there to be taken.
    package enum Origin: Hashable, Sendable {
        /// It came after the first connection.
        case new
        /// It was there before the first connection.
        case backlog
        /// It was there when the UIDs lost their meaning, and may have been taken before.
        case rescan
    }

    /// What there is of it.
    package enum Content: Hashable, Sendable {
        /// All its bytes.
        case whole([UInt8])
        /// Its header: it is over the limit, with so many bytes by the server's count.
        case header([UInt8], oversized: Int)
        /// Its header: the server tells its size, but does not give the rest.
        case headerOnly([UInt8])
        /// Nothing: the server tells its size, but gives no part of it.
        case unavailable
    }

    /// Its UID.
    package let uid: UID
    /// When the server received it, if it says.
    package let internalDate: Date?
    /// Its flags, if the server says.
    package let flags: Set<Flag>?
    /// Why it was there.
    package let origin: Origin
    /// What there is of it.
    package let content: Content
}
