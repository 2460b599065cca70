package import Model

/// One condition of a UID SEARCH; a message is found if it meets all of them. RFC 9051 section 6.4.4.
package enum SearchKey: Hashable, Sendable {
    /// `ALL`
    case all
    /// `UID 1:5`
    case uid(UIDSet)
    /// `SINCE 1-Feb-2024`: received on the day or later, by the server's own idea of days.
    case since(CalendarDay)
    /// `HEADER Message-ID "<x@y>"`: the field has the text somewhere in it.
    case header(field: String, contains: String)
}
