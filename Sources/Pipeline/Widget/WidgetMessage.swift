import Foundation
import Model

/// What a visitor wrote, as the generic channel is given it.
package struct WidgetMessage: Hashable, Sendable {
    /// Unicode scalars of one message.
    package static let longest = 4_000

    /// Given by the visitor's page and kept when it tries again.
    package let clientID: String
    package let text: String

    /// nil where the number is none (1 to 64 letters, digits, `-` and `_`), or the text is empty or too long.
    package init?(clientID: String, text: String) {
        let text = text.trimmingCharacters(in: .whitespacesAndNewlines)
        guard (1...64).contains(clientID.utf8.count), clientID.utf8.allSatisfy(Self.isNumberLetter), !text.isEmpty,
            text.unicodeScalars.count <= Self.longest
        else { return nil }
        self.clientID = clientID
        self.text = text
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
        let body = try encoder.encode(["id": number, "person": person.person, "text": text])
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
