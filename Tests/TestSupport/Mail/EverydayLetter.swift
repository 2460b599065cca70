/// One letter of `EverydayMail`.
struct EverydayLetter {
    private enum Form {
        case plain
        case gmail
        case outlook
    }

    private let form: Form
    private let words: LetterWords
    private let name: String
    private let address: String
    private let subject: String
    private let own: [String]
    private let signature: [String]
    private let quoted: [String]

    init(number: Int, random: inout Seed) {
        let words = LetterWords.all[number % LetterWords.all.count]
        let order = "WL-\(Int.random(in: 10_000...99_999, using: &random))"
        let fill = { (phrase: String, random: inout Seed) in
            CustomerPhrases.fill(phrase, order: order, random: &random)
        }
        let first = CustomerPhrases.pick(CustomerPhrases.firstNames, &random)
        let last = CustomerPhrases.pick(CustomerPhrases.lastNames, &random)
        let form = [.plain, .plain, .gmail, .outlook][Int.random(in: 0..<4, using: &random)] as Form
        self.form = form
        self.words = words
        name = "\(first) \(last)"
        address = "\(first).\(last)\(number)@customer.test".lowercased()
        subject = fill(CustomerPhrases.pick(words.subjects, &random), &random)
        var sentences = [CustomerPhrases.pick(words.openings, &random)]
        let most = form == .plain ? 6 : 2
        sentences += words.middles.shuffled(using: &random).prefix(Int.random(in: most - 2...most, using: &random))
        sentences.append(CustomerPhrases.pick(words.closings, &random))
        let farewell = [CustomerPhrases.pick(words.farewells, &random), first]
        own = [CustomerPhrases.pick(words.greetings, &random)] + sentences.map { fill($0, &random) } + farewell
        signature = Int.random(in: 0..<10, using: &random) < 7 ? words.signature : []
        quoted = Int.random(in: 0..<10, using: &random) < 6 ? words.quoted.map { fill($0, &random) } : []
    }

    /// The whole message with CR LF line ends.
    func message(to recipient: String, random: inout Seed) -> [UInt8] {
        let identifier = String(random.next(), radix: 36)
        let lines = header(to: recipient, identifier) + body(boundary: "000000000000\(identifier)")
        return Array(lines.joined(separator: "\r\n").utf8) + [13, 10]
    }

    private func header(to recipient: String, _ identifier: String) -> [String] {
        var lines = [
            "Return-Path: <\(address)>", "Delivered-To: \(recipient)",
            "Received: from mail-ed1-f41.customer.test (mail-ed1-f41.customer.test [192.0.2.41])",
            "\tby mx1.shop.test (Postfix) with ESMTPS id \(identifier)", "\tfor <\(recipient)>; \(Self.date)",
            "DKIM-Signature: v=1; a=rsa-sha256; c=relaxed/relaxed; d=customer.test; s=20230601;",
            "\tbh=\(identifier)\(identifier)=; h=to:subject:message-id:date:from:mime-version;",
            "\tb=\(identifier)\(identifier)\(identifier)\(identifier)==",
            "From: \(name) <\(address)>", "To: Support <\(recipient)>", "Subject: \(MailEncoding.header(subject))",
            "Date: \(Self.date)", "Message-ID: <\(identifier)@customer.test>", "MIME-Version: 1.0",
        ]
        if !quoted.isEmpty {
            lines += ["In-Reply-To: <\(identifier).1@shop.test>", "References: <\(identifier).1@shop.test>"]
        }
        return lines
    }

    private static let date = "Tue, 3 Mar 2026 08:30:00 +0100"

    private func body(boundary: String) -> [String] {
        let plain = text + (quoted.isEmpty ? [] : ["", words.attribution, ""] + quoted.map { "> \($0)" })
        guard form != .plain else { return Self.part("plain", plain) }
        return ["Content-Type: multipart/alternative; boundary=\"\(boundary)\"", ""]
            + ["--\(boundary)"] + Self.part("plain", plain)
            + ["--\(boundary)"] + Self.part("html", form == .gmail ? gmail : outlook)
            + ["--\(boundary)--"]
    }

    private var text: [String] {
        own.flatMap { [$0, ""] } + (signature.isEmpty ? [] : ["-- ", name] + signature)
    }

    private static func part(_ kind: String, _ lines: [String]) -> [String] {
        ["Content-Type: text/\(kind); charset=\"UTF-8\"", "Content-Transfer-Encoding: quoted-printable", ""]
            + lines.map(MailEncoding.quotedPrintable)
    }

    private var gmail: [String] {
        ["<div dir=\"ltr\">"] + own.map { "<div>\(Self.escaped($0))</div><div><br></div>" }
            + (signature.isEmpty
                ? [] : ["<div class=\"gmail_signature\">\(([name] + signature).joined(separator: "<br>"))</div>"])
            + ["</div>"]
            + (quoted.isEmpty
                ? []
                : [
                    "<br><div class=\"gmail_quote\"><div dir=\"ltr\" class=\"gmail_attr\">"
                        + Self.escaped(words.attribution) + "<br></div>",
                    "<blockquote class=\"gmail_quote\" style=\"margin:0 0 0 .8ex;border-left:1px #ccc solid\">",
                ] + quoted.map { "<div>\(Self.escaped($0))</div>" } + ["</blockquote></div>"])
    }

    private var outlook: [String] {
        [
            "<html><head><style>p.MsoNormal {margin:0cm; font-size:11.0pt}</style></head><body lang=\"\(words.language)\">"
        ]
            + (own + signature).map { "<p class=\"MsoNormal\">\(Self.escaped($0))</p>" }
            + (quoted.isEmpty
                ? []
                : [
                    "<div style=\"border:none;border-top:solid #E1E1E1 1.0pt\"><p class=\"MsoNormal\"><b>From:</b> "
                        + "Example Shop &lt;help@shop.test&gt;<br><b>Sent:</b> Monday, March 2, 2026 10:14<br>"
                        + "<b>To:</b> \(name)<br><b>Subject:</b> \(Self.escaped(subject))</p></div>"
                ] + quoted.map { "<p class=\"MsoNormal\">\(Self.escaped($0))</p>" })
            + ["</body></html>"]
    }

    private static func escaped(_ text: String) -> String {
        text.split(separator: "<", omittingEmptySubsequences: false).joined(separator: "&lt;")
    }
}
