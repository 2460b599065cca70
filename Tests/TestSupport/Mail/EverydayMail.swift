/// The mail of an ordinary day, for measuring how fast it is read: about 2 KB a message, in English, German, French and
/// Spanish by turns. Half is plain text, a quarter each `multipart/alternative` as Gmail and as Outlook write it; six in
/// ten quote the mail they answer, seven in ten carry a signature.
package enum EverydayMail {
    /// `count` messages with CR LF line ends, the same for the same `seed`.
    package static func make(count: Int, seed: UInt64, to recipient: String = "help@shop.test") -> [[UInt8]] {
        var random = Seed(seed)
        return (0..<count).map { number in
            let letter = EverydayLetter(number: number, random: &random)
            return letter.message(to: recipient, random: &random)
        }
    }
}
