/// Who writes, about what, and how their mail program wraps it.
struct CustomerLetter {
    /// How the text is wrapped.
    enum Form: CaseIterable {
        case plain
        case alternative
        case attachment
        case latin1
        /// Says UTF-8 and is Windows-1252.
        case mislabelled
        case unknownCharset
    }

    private let number: Int
    private let recipient: String
    private let name: String
    private let address: String
    private let subject: String
    private let text: String
    private let form: Form

    init(number: Int, recipient: String, random: inout Seed) {
        self.number = number
        self.recipient = recipient
        let first = CustomerPhrases.pick(CustomerPhrases.firstNames, &random)
        let last = CustomerPhrases.pick(CustomerPhrases.lastNames, &random)
        name = "\(first) \(last)"
        address = "\(first).\(last)\(number)@customer.test".lowercased()
        let order = "WL-\(Int.random(in: 10_000...99_999, using: &random))"
        let about = CustomerPhrases.pick(CustomerPhrases.subjects, &random)
        subject = CustomerPhrases.fill(about, order: order, random: &random)
        text = CustomerPhrases.letter(from: first, order: order, random: &random)
        form = Self.form(&random)
    }

    /// The whole message with CR LF line ends.
    mutating func message(random: inout Seed) -> [UInt8] {
        let boundary = "part-\(String(random.next(), radix: 36))"
        let body = body(boundary, &random)
        return Array((headers(&random) + body.headers + [""]).joined(separator: "\r\n").utf8) + [13, 10] + body.bytes
    }

    /// Out of a hundred: 55 plain, 25 alternative, 6 with an attachment, the rest odd.
    private static func form(_ random: inout Seed) -> Form {
        switch Int.random(in: 0..<100, using: &random) {
        case ..<55: .plain
        case ..<80: .alternative
        case ..<86: .attachment
        case ..<94: .latin1
        case ..<98: .mislabelled
        default: .unknownCharset
        }
    }

    private func headers(_ random: inout Seed) -> [String] {
        var lines = (0..<Int.random(in: 2...4, using: &random)).map { hop in
            "Received: from relay\(hop).customer.test (relay\(hop).customer.test [192.0.2.\(hop + 1)])\r\n"
                + "\tby mx\(hop).shop.test (Postfix) with ESMTPS id \(String(random.next(), radix: 36))\r\n"
                + "\tfor <\(recipient)>; \(date)"
        }
        lines += [
            "From: \(name) <\(address)>", "To: Support <\(recipient)>", "Subject: \(subject)", "MIME-Version: 1.0",
        ]
        if Int.random(in: 0..<100, using: &random) > 1 { lines.append("Date: \(date)") }
        if Int.random(in: 0..<100, using: &random) > 3 {
            lines.append("Message-ID: <\(number).\(String(random.next(), radix: 36))@customer.test>")
        }
        return lines
    }

    /// The letters are written a minute apart from Monday 2 March 2026 on.
    private var date: String {
        let (day, minute) = (number / 1440 % 28, number % 1440)
        let names = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"]
        let time = "\(Self.two(minute / 60)):\(Self.two(minute % 60)):00"
        return "\(names[day % 7]), \(day + 2) Mar 2026 \(time) +0000"
    }

    private static func two(_ number: Int) -> String {
        number < 10 ? "0\(number)" : "\(number)"
    }

    private func body(_ boundary: String, _ random: inout Seed) -> CustomerBody {
        switch form {
        case .plain: .text(Array(text.utf8), charset: "utf-8")
        case .alternative: .alternative(text, boundary: boundary)
        case .attachment: .attachment(text, boundary: boundary, random: &random)
        case .latin1: .text(CustomerBody.latin1(text), charset: "iso-8859-1")
        case .mislabelled: .text(CustomerBody.latin1(text), charset: "utf-8")
        case .unknownCharset: .text(CustomerBody.latin1(text), charset: "x-unknown")
        }
    }
}
