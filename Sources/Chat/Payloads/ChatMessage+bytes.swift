import Foundation
package import Model

extension ChatMessage {
    /// The raw bytes of a stored message: JSON in UTF-8 with sorted keys, the same for the same message. Times are seconds
    /// since the beginning of 2001, exactly.
    package var bytes: [UInt8] {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        encoder.nonConformingFloatEncodingStrategy = .convertToString(
            positiveInfinity: "+",
            negativeInfinity: "-",
            nan: "?"
        )
        // With a text for each number that JSON has none for, nothing of a message can fail to be written.
        return (try? encoder.encode(self)).map(Array.init) ?? []
    }

    /// Throws where the bytes are none that `bytes` gives.
    package init(bytes: [UInt8]) throws(UnpackError) {
        do {
            let decoder = JSONDecoder()
            decoder.nonConformingFloatDecodingStrategy = .convertFromString(
                positiveInfinity: "+",
                negativeInfinity: "-",
                nan: "?"
            )
            self = try decoder.decode(ChatMessage.self, from: Data(bytes))
        } catch {
            throw UnpackError("This is no chat message as the program keeps it.")
        }
    }
}
