/// Letters as customers write them, made from a seed: for back-fill tests and benchmarks.
///
/// English about orders, median 2.5 KB. Most are plain or alternative text in UTF-8; some have attachments, other
/// charsets, labels that lie, bare 8-bit headers, no Message-ID or no Date.
package enum CustomerMail {
    /// `count` messages with CR LF line ends, the same for the same `seed`.
    package static func make(count: Int, seed: UInt64, to recipient: String = "help@shop.test") -> [[UInt8]] {
        var random = Seed(seed)
        return (0..<count).map { number in
            var letter = CustomerLetter(number: number, recipient: recipient, random: &random)
            return letter.message(random: &random)
        }
    }
}
