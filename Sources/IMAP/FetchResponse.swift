package import Foundation

/// What a server says of one message.
///
///     * 12 FETCH (UID 4827313 FLAGS (\Seen) RFC822.SIZE 44827 BODY[] {44827}
///     ...)
///
/// RFC 9051 section 7.5.2.
package struct FetchResponse: Hashable, Sendable {
    /// The message's present place in the mailbox, from 1.
    package let sequenceNumber: UInt32
    /// Its UID. Missing from changes of flags that the server reports on its own.
    package internal(set) var uid: UID?
    /// Its flags, where they are told.
    package internal(set) var flags: Set<Flag>?
    /// Its size in bytes as the server counts, which some servers only estimate.
    package internal(set) var size: Int?
    /// When the server received it.
    package internal(set) var internalDate: Date?
    /// The change counter of RFC 7162.
    package internal(set) var modSeq: UInt64?
    /// The parts of the message that came with it.
    package internal(set) var sections: [FetchedSection] = []

    package init(sequenceNumber: UInt32) { self.sequenceNumber = sequenceNumber }
}
