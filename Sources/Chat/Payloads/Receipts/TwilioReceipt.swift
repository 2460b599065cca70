import Model

/// What Twilio tells of a message that we sent (www.twilio.com/docs/messaging/guides/track-outbound-message-status,
/// www.twilio.com/docs/api/errors).
struct TwilioReceipt {
    private let values: [String: String]
    private let word: String
    private let part: SentPartName?

    /// - Parameters:
    ///   - word: `MessageStatus`.
    ///   - part: what we put into the address that Twilio calls.
    init(_ values: [String: String], _ word: String, part: SentPartName?) {
        self.values = values
        self.word = word
        self.part = part
    }

    var item: DeliveredItem {
        guard let number = values["MessageSid"] ?? values["SmsSid"], !number.isEmpty else {
            return .notice("A receipt for a message without a number.")
        }
        let words = "The message \(number) is \(word)."
        guard word.utf8.count <= Self.longestWord, let state = Self.states[word] else { return .notice(words) }
        return .receipt(
            ReplyReceipt(number: number, part: part, state: state, sentence: state == .failed ? failure : words)
        )
    }

    /// Octets: to look up a text may cost far more than its length.
    private static let longestWord = 40

    private static let states: [String: ReplyReceipt.State] = [
        "accepted": .accepted, "scheduled": .accepted, "queued": .accepted, "sending": .accepted, "sent": .accepted,
        "delivered": .arrived, "read": .arrived, "failed": .failed, "undelivered": .failed,
    ]

    private var failure: String {
        let code = values["ErrorCode"].flatMap { Int($0) } ?? 0
        let words = [values["ErrorMessage"], values["ChannelStatusMessage"]].joinedWords
        let said = [values["ErrorCode"] ?? "", words].filter { !$0.isEmpty }.joined(separator: ": ")
        return Self.reason(code).sentence(of: "Twilio", said: said.isEmpty ? "no reason given" : said)
    }

    private static func reason(_ code: Int) -> NonDelivery {
        switch code {
        case 63_016: .windowOver
        case 30_004, 21_610, 63_033: .unwanted
        case 30_005, 30_006, 30_011, 21_211, 21_614, 63_003, 63_015, 63_024: .unreachable
        case 30_003: .outOfReach
        case 63_049: .spared
        case 30_007, 63_013: .filtered
        case 14_107, 20_429, 30_001, 30_022, 30_023, 63_018, 63_038: .tooMany
        case 21_408, 21_606, 21_612, 30_002, 30_010, 30_032, 30_034, 63_001, 63_002, 63_007, 63_051: .account
        case 30_008, 30_009, 30_017, 30_410, 30_500, 63_005: .passing
        default: .unknown
        }
    }
}
