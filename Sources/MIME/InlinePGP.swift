import Glibc
import Model

enum InlinePGP {
    /// PGP armour within the text itself (RFC 9580 §6.2).
    static func protection(of text: String) -> Protection {
        guard holdsArmour(text) else { return .none }
        var signed = false
        for line in text.split(separator: "\n") {
            if line.hasPrefix("-----BEGIN PGP MESSAGE-----") { return .encrypted }
            if line.hasPrefix("-----BEGIN PGP SIGNED MESSAGE-----") { signed = true }
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
