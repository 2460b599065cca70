import Model

/// A filing with its JSON columns made.
struct EncodedFiling: Sendable {
    var filing: Filing
    var content: String
    var reading: String
    var customer: String?
    var draft: String?

    init(_ filing: Filing) throws {
        self.filing = filing
        content = try JSONColumn.encode(filing.content)
        reading = try JSONColumn.encode(filing.reading)
        customer = try filing.customer.map { try JSONColumn.encode($0) }
        draft = try filing.draft.map { try JSONColumn.encode($0) }
    }
}
