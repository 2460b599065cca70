import CGMime
import Foundation

/// Reads `Date` (RFC 5322 §3.3, the obsolete zones of §4.3, and much that is neither) through GMime.
enum DateField {
    /// A longer value is no date, and is not handed to C.
    private static let longest = 200

    static func parse(_ raw: Octets) -> Date? {
        let trimmed = raw.trimmed()
        guard !trimmed.isEmpty, trimmed.count <= longest else { return nil }
        let text = String(decoding: trimmed.map { $0 < 0x20 || $0 >= 0x7F ? ASCII.space : $0 }, as: UTF8.self)
        GMimeLibrary.initialise()
        guard let date = g_mime_utils_header_decode_date(text) else { return nil }
        defer { g_date_time_unref(date) }
        return Date(timeIntervalSince1970: TimeInterval(g_date_time_to_unix(date)))
    }
}
