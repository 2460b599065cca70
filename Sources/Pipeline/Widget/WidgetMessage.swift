import Foundation
import Model

/// What a visitor wrote, as the generic channel is given it.
package struct WidgetMessage: Hashable, Sendable {
    /// Unicode scalars of one message.
    package static let longest = 4_000

    /// Given by the visitor's page and kept when it tries again.
    package let clientID: String
    package let text: String
    /// As the visitor calls themselves; proves nothing. nil where they do not say.
    package let name: String?

    /// Unicode scalars of a name that are kept.
    package static let longestName = 80

    /// nil where the number is none (1 to 64 letters, digits, `-` and `_`), or the text is empty or too long.
    package init?(clientID: String, text: String, name: String? = nil) {
        let text = text.trimmingCharacters(in: .whitespacesAndNewlines)
        guard (1...64).contains(clientID.utf8.count), clientID.utf8.allSatisfy(Self.isNumberLetter), !text.isEmpty,
            text.unicodeScalars.count <= Self.longest
        else { return nil }
        self.clientID = clientID
        self.text = text
        self.name = name.flatMap(Self.shown)
    }

    /// A name in one line, without what a page or terminal would obey.
    private static func shown(_ name: String) -> String? {
        let words = name.split(whereSeparator: \.isWhitespace).joined(separator: " ")
        let harmless = words.unicodeScalars.filter { scalar in
            switch scalar.properties.generalCategory {
            case .control, .format, .privateUse, .surrogate, .unassigned: false
            default: true
            }
        }
        let name = String(String.UnicodeScalarView(harmless.prefix(longestName))).trimmingCharacters(in: .whitespaces)
        return name.isEmpty ? nil : name
    }

    /// The number within the channel: visitors cannot take each other's.
    func number(from person: ChatAddress) -> String {
        "\(person.person)/\(clientID)"
    }

    /// The number that the page gave, of one within the channel.
    static func clientID(of number: String, from person: ChatAddress) -> String {
        let start = "\(person.person)/"
        return number.hasPrefix(start) ? String(number.dropFirst(start.count)) : number
    }

    /// The delivery, by the usual names of `FieldMap`; the same bytes each time, so that one that is tried again is
    /// known, and the number with another text is refused.
    func delivery(from person: ChatAddress, url: String) throws -> NewDelivery {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        let number = number(from: person)
        var members = ["id": number, "person": person.person, "text": text]
        members["name"] = name
        let body = try encoder.encode(members)
        let type = HeaderField(name: "Content-Type", value: "application/json")
        return NewDelivery(
            channel: person.channel,
            request: ReceivedRequest(url: url, fields: [type], body: [UInt8](body)),
            identity: .nonce(number)
        )
    }

    private static func isNumberLetter(_ octet: UInt8) -> Bool {
        switch octet {
        case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, UInt8(ascii: "-"), UInt8(ascii: "_"): true
        default: false
        }
    }
}
