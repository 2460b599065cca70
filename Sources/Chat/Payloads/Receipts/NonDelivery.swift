/// Why the customer did not get what a provider had taken, and what can be done about it. Nothing is sent again by itself.
enum NonDelivery: Hashable, Sendable {
    /// The customer's last message is too long ago for a free reply.
    case windowOver
    /// The number takes nothing of this kind, now or ever.
    case unreachable
    /// The customer's device is off, or out of reach.
    case outOfReach
    /// The customer has unsubscribed, or blocked us.
    case unwanted
    /// The provider holds back what it thinks the customer has enough of.
    case spared
    /// Something in the text was taken for spam.
    case filtered
    /// Too much goes out from us.
    case tooMany
    /// Our account or number may not send.
    case account
    /// Trouble that passes.
    case passing
    case unknown

    /// - Parameters:
    ///   - provider: as people call it.
    ///   - said: its number of the reason, and its words for it.
    func sentence(of provider: String, said: String) -> String {
        "\(happened(provider)) (\(said.asRemark)). \(advice(provider))"
    }

    private func happened(_ provider: String) -> String {
        switch self {
        case .windowOver:
            "\(provider) did not deliver the reply: the customer's last message was more than 24 hours ago"
        case .unreachable: "\(provider) cannot bring the reply to this number"
        case .outOfReach: "\(provider) did not reach the customer's telephone"
        case .unwanted: "The customer takes no such messages from us through \(provider)"
        case .spared: "\(provider) held the reply back, to spare the customer messages of shops"
        case .filtered: "\(provider) or the customer's network took the reply for spam"
        case .tooMany: "\(provider) did not deliver the reply, since too many messages go out from us"
        case .account: "\(provider) does not let our account send this"
        case .passing: "\(provider) took the reply and then failed to deliver it"
        case .unknown: "\(provider) did not deliver the reply"
        }
    }

    private func advice(_ provider: String) -> String {
        switch self {
        case .windowOver:
            "They have to write first; until then answer in another way, such as by mail or telephone."
        case .unreachable, .unwanted: "Answer in another way, such as by mail or telephone."
        case .outOfReach: "Approve it again later, or answer in another way."
        case .spared: "Wait a day before it is approved again, or answer in another way."
        case .filtered: "Put it differently, above all without links, or answer in another way."
        case .tooMany: "Approve it again later."
        case .account: "Look into the account at \(provider), then approve it again."
        case .passing: "Approve it again."
        case .unknown: "Approve it again, or answer in another way."
        }
    }
}
