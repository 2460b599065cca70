package import Foundation

/// A message to put into a mailbox.
///
///     APPEND "Sent" (\Seen) " 1-Feb-2024 10:00:00 +0000" {310}
///
/// RFC 9051 section 6.3.12.
package struct AppendMessage: Hashable, Sendable {
    /// Where it goes.
    package var mailbox: MailboxName
    /// The flags it gets.
    package var flags: [Flag]
    /// Its INTERNALDATE; the server's present time where nil.
    package var date: Date?
    /// The message, lines ended with CRLF.
    package var bytes: [UInt8]

    package init(_ bytes: [UInt8], to mailbox: MailboxName, flags: [Flag] = [], date: Date? = nil) {
        self.mailbox = mailbox
        self.flags = flags
        self.date = date
        self.bytes = bytes
    }

    /// Whether the header has bytes outside ASCII, as mail of RFC 6532 has.
    var hasUTF8Header: Bool {
        var previous: UInt8 = 0
        for byte in bytes where byte != UInt8(ascii: "\r") {
            if byte > 127 { return true }
            if byte == UInt8(ascii: "\n"), previous == byte { return false }
            previous = byte
        }
        return false
    }
}
