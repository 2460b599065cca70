import Model
import Pipeline

extension DraftBody {
    /// The text with what people filled in, for looking back at it; what stayed open stands as it is.
    ///
    /// - Parameter signature: who released it; nil where nobody has.
    func filledText(signature: String?) -> String {
        text.replacing(/\[\[([A-Za-z0-9_]+)\]\]/) { mark in
            value(of: String(mark.output.1), signature: signature) ?? String(mark.output.0)
        }
    }

    private func value(of name: String, signature: String?) -> String? {
        if name == Desk.signatureSlot { return signature }
        guard let slot = slots.first(where: { $0.name == name }), let value = slot.value, !value.isEmpty else {
            return nil
        }
        guard case .goodwill(let offers) = slot.kind else { return value }
        return offers.first { $0.id == value }?.title(in: [language, "en"]) ?? value
    }
}
