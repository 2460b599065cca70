import Model

/// A message as the rules for automatic mail look at it; found out once for all of them. A class, since twenty rules
/// are handed it and a copy of all its values each time would cost more than the rules.
final class MailFacts: Sendable {
    let message: MessageToRead
    let newText: String
    let context: AutomaticMailContext
    let returnPath: ReturnPath
    /// The fields of the message that some rule looks at, by their place in the header.
    private let places: [(field: KnownField, place: Int)]
    /// A bit for each known field that is there, so that the many that are not cost nothing.
    private let present: UInt64

    init(_ message: MessageToRead, newText: String, context: AutomaticMailContext) {
        self.message = message
        self.newText = newText
        self.context = context
        var places: [(field: KnownField, place: Int)] = []
        places.reserveCapacity(16)
        var present: UInt64 = 0
        for (place, field) in message.fields.enumerated() {
            guard let known = KnownField.named(field.name) else { continue }
            places.append((known, place))
            present |= 1 << UInt64(known.rawValue)
        }
        self.places = places
        self.present = present
        let first = places.first { $0.field == .returnPath }
        returnPath = ReturnPath(first.map { message.fields[$0.place].value })
    }

    func has(_ field: KnownField) -> Bool {
        present & (1 << UInt64(field.rawValue)) != 0
    }

    /// - Parameter bits: as `KnownField.bits` gives them.
    func hasAny(of bits: UInt64) -> Bool {
        present & bits != 0
    }

    /// The values of a field, in order.
    func values(_ field: KnownField) -> [String] {
        guard has(field) else { return [] }
        return places.compactMap { $0.field == field ? message.fields[$0.place].value : nil }
    }

    func first(_ field: KnownField) -> String? {
        guard has(field), let place = places.first(where: { $0.field == field })?.place else { return nil }
        return message.fields[place].value
    }

    func count(_ field: KnownField) -> Int {
        has(field) ? places.count { $0.field == field } : 0
    }

    /// `Name: value` of the first field among `fields`, in their order, whose value passes.
    func evidence(_ fields: KnownField..., where passes: (String) -> Bool = { _ in true }) -> String? {
        evidence(fields, where: passes)
    }

    func evidence(_ fields: [KnownField], where passes: (String) -> Bool = { _ in true }) -> String? {
        for field in fields where has(field) {
            if let value = values(field).first(where: passes) { return "\(field.name): \(Self.short(value))" }
        }
        return nil
    }

    /// The same for a field that only the configuration names.
    func evidence(named name: String, where passes: (String) -> Bool) -> String? {
        let found = message.fields.first { KnownField.equal($0.name, name) && passes($0.value) }
        return found.map { "\(name): \(Self.short($0.value))" }
    }

    func addresses(_ field: KnownField) -> [MailAddress] {
        values(field).flatMap { AddressScan.addresses(in: $0) }
    }

    /// Identifiers of the mail that this one answers.
    var answered: [String] { message.content.inReplyTo + message.content.references }

    var answersOurMail: Bool { answered.contains(where: context.isOurMessageID) }

    /// `From` and the address of the envelope.
    var senders: [MailAddress] {
        [returnPath.address, message.content.from].compactMap(\.self)
    }

    /// The type of the message as a whole, in lower case, without parameters; empty where none is declared.
    var contentType: String {
        first(.contentType).map { FieldValue.word($0.prefix { $0 != ";" }) } ?? ""
    }

    /// Long values are cut for those who read the evidence.
    static func short(_ value: String) -> String {
        value.utf8.count <= 200 || value.unicodeScalars.count <= 200
            ? value : String(value.unicodeScalars.prefix(199)) + "…"
    }
}
