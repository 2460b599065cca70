/// A message that does its worst to a reader, in any size.
struct HostileMail: Sendable {
    let name: String
    /// About so many octets, with CR LF line ends.
    let make: @Sendable (Int) -> [UInt8]

    static let all = texts + markup + headers + structures + accents

    /// A header of plain text, or of whatever `type` says, and below it the body repeated.
    static func body(_ name: String, _ unit: String, type: String = "text/plain; charset=utf-8") -> HostileMail {
        HostileMail(name: name) { size in
            Array("\(start)Content-Type: \(type)\r\n\r\n".utf8) + repeated(unit, to: size)
        }
    }

    /// The header field repeated, above a line of text.
    static func fields(_ name: String, _ unit: String) -> HostileMail {
        HostileMail(name: name) { size in
            Array(start.utf8) + repeated(unit, to: size) + Array("\r\nWhere is my order?\r\n".utf8)
        }
    }

    /// One header field with a long value, above a line of text.
    static func field(_ name: String, _ head: String, _ unit: String) -> HostileMail {
        HostileMail(name: name) { size in
            Array(start.utf8) + Array(head.utf8) + repeated(unit, to: size)
                + Array("\r\n\r\nWhere is my order?\r\n".utf8)
        }
    }

    static let start =
        "From: Anna Archer <anna@customer.test>\r\nTo: help@shop.test\r\nSubject: Order\r\n"
        + "Date: Tue, 3 Mar 2026 08:30:00 +0100\r\nMessage-ID: <1@customer.test>\r\nMIME-Version: 1.0\r\n"

    /// As often as it fits, once at least; `#` stands for the number of the time.
    static func repeated(_ unit: String, to size: Int) -> [UInt8] {
        let pieces = unit.split(separator: "#", omittingEmptySubsequences: false).map { Array($0.utf8) }
        var result: [UInt8] = []
        result.reserveCapacity(size + unit.utf8.count)
        var number = 0
        repeat {
            for (place, piece) in pieces.enumerated() {
                if place > 0 { result += Array(String(number).utf8) }
                result += piece
            }
            number += 1
        } while result.count < size
        return result
    }
}
