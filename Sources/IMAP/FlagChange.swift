/// What a UID STORE does with flags. RFC 9051 section 6.4.6.
package enum FlagChange: Hashable, Sendable {
    /// `+FLAGS.SILENT`
    case add([Flag])
    /// `-FLAGS.SILENT`
    case remove([Flag])
}
