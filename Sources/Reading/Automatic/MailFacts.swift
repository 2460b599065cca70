import Model

/// A message as the rules for automatic mail look at it; found out once for all of them.
struct MailFacts {
    let message: MessageToRead
    let newText: String
    let context: AutomaticMailContext
    let returnPath: ReturnPath
    private let valuesByName: [String: [String]]

    init(_ message: MessageToRead, newText: String, context: AutomaticMailContext) {
        self.message = message
        self.newText = newText
        self.context = context
        var values: [String: [String]] = [:]
        for field in message.fields { values[field.name.lowercased(), default: []].append(field.value) }
        valuesByName = values
        returnPath = ReturnPath(values["return-path"]?.first)
    }

    /// The values of the fields of this name, in order.
    func values(_ name: String) -> [String] {
        valuesByName[name.lowercased()] ?? []
    }

    /// `Name: value` of the first field among `names`, in their order, whose value passes.
    func field(_ names: [String], where passes: (String) -> Bool = { _ in true }) -> String? {
        for name in names {
            if let value = values(name).first(where: passes) { return "\(name): \(Self.short(value))" }
        }
        return nil
    }

    func addresses(_ name: String) -> [MailAddress] {
        values(name).flatMap { AddressScan.addresses(in: $0) }
    }

    /// Identifiers of the mail that this one answers.
    var answered: [String] { message.content.inReplyTo + message.content.references }

    var answersOurMail: Bool { answered.contains(where: context.isOurMessageID) }

    /// `From` and the address of the envelope.
    var senders: [MailAddress] {
        [returnPath.address, message.content.from].compactMap(\.self)
    }

    /// Long values are cut for those who read the evidence.
    static func short(_ value: String) -> String {
        value.unicodeScalars.count <= 200 ? value : String(value.unicodeScalars.prefix(199)) + "…"
    }
}

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
        let inner = value.filter { !$0.isWhitespace && $0 != "<" && $0 != ">" }
        if inner.isEmpty {
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
