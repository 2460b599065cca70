import Model

/// The envelope's sender, as the last server wrote it down (RFC 5321 §4.4).
enum ReturnPath: Equatable {
    case absent
    /// `<>`: mail that must not be answered.
    case null
    case invalid(String)
    case valid(MailAddress)

    init(_ value: String?) {
        guard let value else {
            self = .absent
            return
        }
        if value.utf8.allSatisfy({ $0 <= 0x20 || $0 == UInt8(ascii: "<") || $0 == UInt8(ascii: ">") }) {
            self = .null
        } else if let address = AddressScan.addresses(in: value).first, !address.localPart.isEmpty {
            self = .valid(address)
        } else {
            self = .invalid(value)
        }
    }

    var address: MailAddress? {
        if case .valid(let address) = self { address } else { nil }
    }

    /// `<>`, or the daemon's name that some servers write in its place.
    var isNullOrDaemon: Bool {
        switch self {
        case .absent: false
        case .null: true
        case .invalid(let value): value.lowercased().contains("mailer-daemon")
        case .valid(let address): address.localPart == "mailer-daemon"
        }
    }
}
