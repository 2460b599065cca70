import CGMime
import Foundation

/// Reads `Date` (RFC 5322 §3.3, the obsolete zones of §4.3, and much that is neither) through GMime.
enum DateField {
    /// A longer value is no date, and is not handed to C.
    private static let longest = 200

    /// An instant, and how far the sender's clock was ahead of UTC, in seconds; nil for UTC itself, which says nothing
    /// about where the sender is (RFC 5322 §3.3 on `-0000`; many programs write `+0000` everywhere).
    static func parse(_ raw: Octets) -> (date: Date, offset: Int?)? {
        let trimmed = raw.trimmed()
        guard !trimmed.isEmpty, trimmed.count <= longest else { return nil }
        let text = String(decoding: withoutComments(trimmed), as: UTF8.self)
        GMimeLibrary.initialise()
        guard let date = g_mime_utils_header_decode_date(text) else { return nil }
        defer { g_date_time_unref(date) }
        let offset = Int(g_date_time_get_utc_offset(date) / 1_000_000)
        let isSaid = offset != 0 && abs(offset) <= 15 * 3_600
        return (Date(timeIntervalSince1970: TimeInterval(g_date_time_to_unix(date))), isSaid ? offset : nil)
    }

    /// GMime stumbles over comments within the time; after it they are but names of zones.
    private static func withoutComments(_ raw: Octets) -> [UInt8] {
        var depth = 0
        var kept: [UInt8] = []
        kept.reserveCapacity(raw.count)
        for octet in raw {
            if octet == UInt8.ascii("(") { depth += 1 }
            if depth == 0 { kept.append(octet < 0x20 || octet >= 0x7F ? ASCII.space : octet) }
            if octet == UInt8.ascii(")"), depth > 0 { depth -= 1 }
        }
        return kept
    }
}
