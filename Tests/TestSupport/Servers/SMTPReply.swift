/// A server's answer to an SMTP or LMTP command (RFC 5321 section 4.2).
package struct SMTPReply: Sendable, Hashable {
    /// The three digits.
    package let code: Int
    /// The text of each line, without the digits.
    package let lines: [String]

    /// Whether the server did what was asked, or asks for more (2yz, 3yz).
    package var isPositive: Bool { (200..<400).contains(code) }
}
