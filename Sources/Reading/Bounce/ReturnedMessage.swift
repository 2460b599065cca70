import MIME
import Model

/// What a notice gives back of the message that it is about.
struct ReturnedMessage {
    private(set) var identifier: String?
    private(set) var subject: String?
    private(set) var recipients: [String] = []

    /// - Parameters:
    ///   - embedded: the headers of the messages that came along as parts, which are the surer source.
    ///   - text: the header within the notice's text.
    init(embedded: [[HeaderField]], text: [UInt8]?) {
        let headers = embedded + (text.map { [ParsedMessage(parsing: $0).fields] } ?? [])
        let best = headers.first { $0.values(of: "Message-ID").contains { Self.bare($0) != nil } } ?? headers.first
        guard let best else { return }
        identifier = best.values(of: "Message-ID").lazy.compactMap { Self.bare($0) }.first
        subject = best.values(of: "Subject").first { !$0.isEmpty }
        let named = best.values(of: "X-Original-To") + best.values(of: "To")
        recipients = named.flatMap { AddressScan.addresses(in: $0) }.map(\.address)
    }

    /// An identifier without angle brackets; nil for what cannot be one.
    static func bare(_ value: some StringProtocol) -> String? {
        let core = value.drop { $0 != "<" }.dropFirst().prefix { $0 != ">" }
        let chosen = core.isEmpty ? TextLine.trim(Substring(value)) : TextLine.trim(Substring(core))
        return chosen.isEmpty || chosen.contains(where: \.isWhitespace) ? nil : String(chosen)
    }
}
