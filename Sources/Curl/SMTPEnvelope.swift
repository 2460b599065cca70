/// Who a message comes from and goes to, as the relay is told (RFC 5321 §3.3); the header section is another matter.
package struct SMTPEnvelope: Hashable, Sendable {
    /// The reverse path without angle brackets; empty for `<>`, as bounces and automatic replies need it.
    package var sender: String
    /// At least one address, without angle brackets.
    package var recipients: [String]
    /// Whether a relay that knows delivery status notifications (RFC 3461) may send them about this message. Automatic
    /// answers want none (RFC 3834 §3.3, RFC 5230 §5.1).
    package var wantsReports: Bool

    package init(sender: String, recipients: [String], wantsReports: Bool = true) {
        self.sender = sender
        self.recipients = recipients
        self.wantsReports = wantsReports
    }

    /// Whether an address needs SMTPUTF8 (RFC 6531).
    var isInternational: Bool {
        ([sender] + recipients).contains { !$0.utf8.allSatisfy { $0 < 0x80 } }
    }

    /// An address goes into a command line, so nothing in it may end the path or the line.
    func validate() throws(CurlError) {
        guard !recipients.isEmpty, !recipients.contains("") else { throw .invalid("an envelope without recipient") }
        for address in [sender] + recipients {
            let isClean = address.unicodeScalars.allSatisfy {
                $0.value > 0x20 && $0.value != 0x7F && $0 != "<" && $0 != ">"
            }
            guard isClean else { throw .invalid("no address for an envelope: \(address.debugDescription)") }
        }
    }
}
