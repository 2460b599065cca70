import Model

extension PlaceholderValues {
    /// What a message, its inbox and look-ups give, made safe for Markdown.
    ///
    /// - Parameter language: of the reply.
    init(
        reading: Reading,
        content: MessageContent,
        inbox: Inbox,
        facts: [String: FactValue] = [:],
        language: String
    ) {
        takeNames(content, reading)
        takeFacts(of: reading, subject: content.subject, language: language)
        self[.subject] = MarkdownText.escaped(SubjectLine.withoutReplyPrefix(content.subject))
        self[.inboxName] = MarkdownText.escaped(MarkdownText.singleLine(inbox.senderName))
        self[.inboxSignature] = Paragraphs.tidy(inbox.signature)
        for (name, value) in facts {
            if let placeholder = Placeholder(name) { set(placeholder, to: value, language: language) }
        }
    }

    /// What a header gives, as plain text.
    init(plain content: MessageContent, inbox: Inbox) {
        let name = PersonName(content.from?.name)
        self[.customerFirstName] = name.first
        self[.customerName] = name.full
        self[.subject] = SubjectLine.withoutReplyPrefix(content.subject)
        self[.inboxName] = MarkdownText.singleLine(inbox.senderName)
    }

    /// The name in From, else the one that the message is signed with.
    private mutating func takeNames(_ content: MessageContent, _ reading: Reading) {
        let sender = PersonName(content.from?.name)
        let writer = sender.first != nil ? sender : PersonName(reading.facts.last { $0.kind == .name }?.value)
        self[.customerFirstName] = writer.first.map(MarkdownText.escaped)
        self[.customerName] = (sender.full ?? writer.full).map(MarkdownText.escaped)
    }

    private mutating func takeFacts(of reading: Reading, subject: String, language: String) {
        let orders =
            LabelledNumbers.numbers(of: .order, in: subject[...])
            + reading.facts.filter { $0.kind == .orderID }.map(\.value)
        let invoices =
            LabelledNumbers.numbers(of: .invoice, in: subject[...])
            + LabelledNumbers.numbers(of: .invoice, in: reading.newText.beginning(Sentences.reach))
        take(.orderID, Self.listed(orders), language)
        take(.invoiceID, Self.listed(invoices), language)
        guard !reading.facts.isEmpty else { return }
        for (placeholder, kind) in Self.single {
            take(placeholder, Self.only(reading.facts.filter { $0.kind == kind }.map(\.value)), language)
        }
    }

    private static let single: [(Placeholder, Fact.Kind)] = [
        (.amount, .amount), (.date, .date), (.product, .product), (.personName, .name), (.phone, .phone),
        (.email, .email), (.address, .address),
    ]

    private mutating func take(_ placeholder: Placeholder, _ words: String?, _ language: String) {
        guard let words else { return }
        set(placeholder, to: Self.value(words, placeholder), language: language)
    }

    private static func value(_ words: String, _ placeholder: Placeholder) -> FactValue {
        switch placeholder {
        case .date: CalendarDay(words).map(FactValue.day) ?? .text(words)
        case .amount: MoneyText.money(words).map(FactValue.money) ?? .text(words)
        default: .text(words)
        }
    }

    private static func listed(_ ids: [String]) -> String? {
        var seen: Set<String> = []
        let unique = ids.filter { seen.insert($0).inserted }
        return unique.isEmpty ? nil : unique.prefix(5).joined(separator: ", ")
    }

    /// Which of several is meant, nobody knows: then none is named.
    private static func only(_ values: [String]) -> String? {
        guard let first = values.first, values.allSatisfy({ $0 == first }) else { return nil }
        return first
    }
}

extension String {
    /// No more than so many octets, whole scalars.
    fileprivate func beginning(_ octets: Int) -> Substring {
        guard utf8.count > octets else { return self[...] }
        var end = utf8.index(startIndex, offsetBy: octets)
        while UTF8.isContinuation(utf8[end]) { end = utf8.index(before: end) }
        return self[..<end]
    }
}
