/// What a server says of a mailbox when it is selected.
///
///     * 172 EXISTS
///     * OK [UIDVALIDITY 3857529045] UIDs valid
///     * OK [UIDNEXT 4392] Predicted next UID
///     W3 OK [READ-WRITE] SELECT completed
///
/// RFC 9051 section 6.3.2.
package struct SelectedMailbox: Hashable, Sendable {
    /// How many messages there are.
    package internal(set) var exists = 0
    /// The generation of its UIDs; nil where the server does not say or says 0.
    package internal(set) var uidValidity: UIDValidity?
    /// The UID that the next message gets at least; nil where the server does not say.
    package internal(set) var uidNext: UID?
    /// Whether nothing can be changed.
    package internal(set) var isReadOnly = false
    /// The flags that are in use.
    package internal(set) var flags: Set<Flag> = []
    /// The flags that last; `\*` says that new keywords may be made. Nil: all.
    package internal(set) var permanentFlags: Set<Flag>?
    /// The change counter of RFC 7162.
    package internal(set) var highestModSeq: UInt64?

    package init() {}

    /// Takes in a response that came while SELECT was under way; false if it is about something else.
    mutating func take(_ response: UntaggedResponse) -> Bool {
        switch response {
        case .exists(let count): exists = Int(count)
        case .flags(let list): flags = Set(list)
        case .status(let status): return take(status.text)
        case .other("RECENT"): break
        default: return false
        }
        return true
    }

    /// Takes in a code; false if it is about something else. `CLOSED` says that all before it was about the mailbox that
    /// was selected before.
    mutating func take(_ text: StatusText) -> Bool {
        switch text.code {
        case .uidValidity(let validity): uidValidity = validity.rawValue == 0 ? nil : validity
        case .uidNext(let uid): uidNext = uid
        case .permanentFlags(let list): permanentFlags = Set(list)
        case .highestModSeq(let value): highestModSeq = value
        case .condition(.readOnly): isReadOnly = true
        case .condition(.readWrite): isReadOnly = false
        case .condition(.closed): self = SelectedMailbox()
        case .condition(.noModSeq), .condition(.uidNotSticky), .other("UNSEEN", _), .other("MAILBOXID", _): break
        default: return false
        }
        return true
    }
}
