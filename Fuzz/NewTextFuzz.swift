import MIME
import Model
import Reading

/// A libFuzzer entry: any text, and any HTML, has new text that was in it.
///
/// The first octet chooses what the rest is: its lowest bit HTML or plain text, the next one a reply or not, the next
/// one a subject that says it is a forward.
@_cdecl("LLVMFuzzerTestOneInput")
func fuzzNewText(_ start: UnsafePointer<UInt8>?, _ count: Int) -> Int32 {
    let octets = UnsafeBufferPointer(start: start, count: count)
    guard let choice = octets.first else { return 0 }
    let kind = choice & 1 == 0 ? "plain" : "html"
    let head = Array("Content-Type: text/\(kind); charset=utf-8\r\n\r\n".utf8)
    let message = ParsedMessage(parsing: head + octets.dropFirst())
    message.structuredText.map(check)
    let found = NewText.extract(
        from: message.content.text,
        structured: message.structuredText,
        subject: choice & 4 == 0 ? "Order" : "Fwd: Order",
        isReply: choice & 2 == 0
    )
    check(found, of: message)
    return 0
}

private func check(_ structured: StructuredText) {
    let length = structured.text.utf8.count
    demand(structured.regions.allSatisfy { 0 <= $0.start && $0.start <= $0.end && $0.end <= length })
    demand(zip(structured.regions, structured.regions.dropFirst()).allSatisfy { $0.start <= $1.start })
}

/// No word is made up: those of the new text stand in the source, in this order.
private func check(_ found: NewText, of message: ParsedMessage) {
    let sources = [message.content.text, message.structuredText?.text].compactMap { $0 }
    for text in [found.text, found.passedOn, found.signature] {
        demand(sources.contains { isPart(text, of: $0) }, "words that the message does not hold: \(text)")
    }
    let scalars = Array(found.text.unicodeScalars)
    demand(found.answers.isEmpty || found.shape == .interleaved)
    for answer in found.answers.map(\.answer) {
        demand(0 <= answer.start && answer.start < answer.end && answer.end <= scalars.count)
        demand(answer.text.unicodeScalars.elementsEqual(scalars[answer.start..<answer.end]))
    }
}

/// Whether the octets of `text` stand in `source` in this order, blanks aside.
private func isPart(_ text: String, of source: String) -> Bool {
    var rest = source.utf8[...]
    for octet in text.utf8 where octet > 0x20 {
        guard let place = rest.firstIndex(of: octet) else { return false }
        rest = rest[rest.index(after: place)...]
    }
    return true
}
