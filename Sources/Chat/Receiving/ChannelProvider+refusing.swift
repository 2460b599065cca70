package import Model

extension ChannelProvider {
    /// What the sender of a request hears that is not taken, also where that is clear before anything is verified: as the
    /// provider's rules want it, so that none gives up on good mail.
    package func answer(to refusal: WebhookRefusal) -> WebhookAnswer {
        switch self {
        case .postmark: PostmarkPassword.answer(to: refusal)
        case .sendgrid: SendGridSignature.answer(to: refusal)
        default: WebhookAnswer(refusing: refusal)
        }
    }
}

extension WebhookAnswer {
    /// What is usual with providers that try again after any 4xx. Of what is wrong with a signature it says nothing, which
    /// would help whoever tries keys.
    package init(refusing refusal: WebhookRefusal) {
        self =
            switch refusal {
            case .noSignature, .badSignature, .staleTime, .malformed, .replayed: .text(401, "not verified\n")
            case .wrongMethod: .text(405, "This method has no meaning here.\n")
            case .oversized: .text(413, "The delivery is larger than this channel takes.\n")
            case .slow: .text(408, "The delivery did not come in time.\n")
            case .cut: .text(400, "The delivery is not whole.\n")
            case .noKey: .later(60, "It cannot be verified now. Please send it again.")
            }
    }

    /// For what is not the sender's fault (RFC 9110 §15.6.4).
    /// - Parameter pause: seconds after which it is to be tried again.
    package static func later(_ pause: Int, _ sentence: String) -> WebhookAnswer {
        text(503, sentence + "\n", fields: [HeaderField(name: "Retry-After", value: String(pause))])
    }
}
