import Model

/// What WhatsApp tells of a message that we sent (developers.facebook.com, WhatsApp webhooks: status messages webhook
/// reference, error codes).
struct WhatsAppReceipt {
    private let json: JSONValue

    init(_ json: JSONValue) {
        self.json = json
    }

    var item: DeliveredItem {
        guard let number = json["id"]?.label else { return .notice("A receipt for a message without a number.") }
        let word = json["status"]?.label ?? "?"
        guard word.utf8.count <= Self.longestWord, let state = Self.states[word] else {
            return .notice("The message \(number) is \(word)." + (said.map { " \($0)" } ?? ""))
        }
        return .receipt(
            ReplyReceipt(
                number: number,
                part: json["biz_opaque_callback_data"]?.text.flatMap(SentPartName.init),
                state: state,
                sentence: state == .failed ? failure : "The message \(number) is \(word)."
            )
        )
    }

    /// Octets: to look up a text may cost far more than its length.
    private static let longestWord = 40

    /// `played` is said of voice messages.
    private static let states: [String: ReplyReceipt.State] = [
        "sent": .accepted, "delivered": .arrived, "read": .arrived, "played": .arrived, "failed": .failed,
    ]

    private var failure: String {
        let code = json["errors"]?.list?.first?["code"]?.whole
        return Self.reason(code ?? -1).sentence(of: "WhatsApp", said: said ?? "no reason given")
    }

    private var said: String? {
        let errors = (json["errors"]?.list ?? []).prefix(3).map { error in
            let words = error["error_data", "details"] ?? error["title"] ?? error["message"]
            return [error["code"]?.label, words?.label].compactMap(\.self).joined(separator: ": ")
        }
        return errors.isEmpty ? nil : errors.joined(separator: "; ")
    }

    private static func reason(_ code: Int) -> NonDelivery {
        switch code {
        case 131_047, 470: .windowOver
        case 131_026, 131_021, 131_030, 130_497: .unreachable
        case 131_050: .unwanted
        case 131_049, 130_472: .spared
        case 4, 80_007, 130_429, 131_048, 131_056: .tooMany
        case 0, 3, 10, 190, 200..<300, 368, 131_005, 131_031, 131_037, 131_042, 131_045, 133_010: .account
        case 1, 2, 131_000, 131_016, 131_057, 133_004: .passing
        default: .unknown
        }
    }
}
