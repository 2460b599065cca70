/// The machine-readable part of a status response.
///
///     * OK [UIDVALIDITY 3857529045] UIDs valid
///
/// RFC 9051 section 7.1, RFC 4315 (UIDPLUS), RFC 5530 (conditions).
package enum ResponseCode: Hashable, Sendable {
    /// A code that is one word.
    case condition(Condition)
    /// `CAPABILITY`: what the server can do now.
    case capability(Capabilities)
    /// `PERMANENTFLAGS`: which flags last; `\*` says that new keywords may be made.
    case permanentFlags([Flag])
    /// `UIDNEXT`: no new message will get a lower UID.
    case uidNext(UID)
    /// `UIDVALIDITY`.
    case uidValidity(UIDValidity)
    /// `HIGHESTMODSEQ` (RFC 7162).
    case highestModSeq(UInt64)
    /// `APPENDUID`: where an appended message went.
    case appendUID(UIDValidity, UIDSet)
    /// `COPYUID`: which UIDs the copies of which messages got.
    case copyUID(UIDValidity, source: UIDSet, destination: UIDSet)
    /// Any other, or one of the above that did not parse.
    case other(name: String, arguments: String)

    /// Whether a command refused with this code may work later; nil where the code says nothing of that.
    package var isTransient: Bool? {
        guard case .condition(let condition) = self else { return nil }
        return condition.isTransient
    }
}
