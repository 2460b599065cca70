import Glibc
import Model

enum InlinePGP {
    /// PGP armour within the text itself (RFC 9580 §6.2).
    static func protection(of text: String) -> Protection {
        guard holdsArmour(text) else { return .none }
        var signed = false
        // By octets: to compare characters sorts their accents, however many a sender puts on one.
        for line in text.utf8.split(whereSeparator: { $0 == ASCII.lineFeed || $0 == ASCII.carriageReturn }) {
            if line.starts(with: "-----BEGIN PGP MESSAGE-----".utf8) { return .encrypted }
            if line.starts(with: "-----BEGIN PGP SIGNED MESSAGE-----".utf8) { signed = true }
        }
        return signed ? .signed : .none
    }

    private static func holdsArmour(_ text: String) -> Bool {
        var text = text
        return text.withUTF8 { octets in
            var index = 0
            while index < octets.count, let base = octets.baseAddress?.advanced(by: index) {
                guard let found = memchr(base, Int32(UInt8.ascii("-")), octets.count - index) else { return false }
                index += UnsafeRawPointer(found) - UnsafeRawPointer(base)
                if octets[index...].starts(with: "-----BEGIN PGP ".utf8) { return true }
                index += 1
            }
            return false
        }
    }
}
