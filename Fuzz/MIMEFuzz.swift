import MIME
import Model

/// A libFuzzer entry: any octets give a message, and its values keep their promises.
@_cdecl("LLVMFuzzerTestOneInput")
func fuzzMIME(_ start: UnsafePointer<UInt8>?, _ count: Int) -> Int32 {
    let message = ParsedMessage(parsing: Array(UnsafeBufferPointer(start: start, count: count)))
    demand(message.fields.allSatisfy { isOneLine($0.value) })
    demand(isOneLine(message.content.subject))
    demand(message.content.attachments.allSatisfy { isOneLine($0.name) && $0.size >= 0 })
    demand(!message.content.text.utf8.contains { $0 < 0x20 && $0 != 0x0A && $0 != 0x09 })
    return 0
}

private func isOneLine(_ text: String) -> Bool {
    !text.utf8.contains { $0 < 0x20 }
}
