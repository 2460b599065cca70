package import Model

/// Which of the messages that are there at the first connection are taken. Mail that comes later always is.
package enum StartRule: Hashable, Sendable {
    /// None.
    case now
    /// All.
    case all
    /// Those received on the day or later, by the server's own idea of days.
    case since(CalendarDay)
}
