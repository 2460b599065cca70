/// What became of the mail that brings a reply of the widget to whoever left an address. The reply itself is shown in the
/// chat, whatever became of the mail.
package enum MailedCopy: String, Hashable, Sendable, Codable, CaseIterable {
    /// The relay took it.
    case mailed
    /// Refused for good, or given up: nobody has it.
    case refused
    /// The relay may or may not have it.
    case unknown
    /// Refused or unknown, and a person has seen it.
    case seen

    /// Whether a person has to know of it.
    package var isOpen: Bool {
        switch self {
        case .refused, .unknown: true
        case .mailed, .seen: false
        }
    }
}
