import Channels
import Chat
import Model

/// What verification says of a stored delivery today.
enum ReplayedVerification {
    case verified(DeliveryIdentity)
    /// Taken at the time, and today answered as a mere question.
    case question
    case refused(WebhookRefusal)
    /// For a reason that is no fault of the delivery.
    case impossible(String)

    init(
        _ delivery: Delivery,
        _ channel: ChannelSettings?,
        verifier: (ChannelSettings) -> LiveVerifier
    ) {
        guard let channel else {
            self = .impossible("the channel is no longer in the configuration")
            return
        }
        if let reason = StoredProof(of: delivery.request, from: channel.provider).lack {
            self = .impossible(reason)
            return
        }
        let verifier = verifier(channel)
        let fault = verifier.fault()
        let verdict = verifier.judge(delivery.request, at: delivery.receivedAt)
        // A key that is missing may be the one that signed it.
        if let fault, case .refuse = verdict { self = .impossible(fault.sentence) } else { self.init(verdict) }
    }

    private init(_ verdict: WebhookVerdict) {
        switch verdict {
        case .take(let identity, _): self = .verified(identity)
        case .answer: self = .question
        case .refuse(let refusal, _): self = .refused(refusal)
        }
    }

    var sentence: String {
        switch self {
        case .verified(.bytes): "verified; told from others by its bytes."
        case .verified(.key(let key)), .verified(.nonce(let key)):
            "verified; its sender's number is \(PrintableText(key).line)."
        case .question: "only a question to us, such as a handshake."
        case .refused(.badSignature):
            "refused (bad-signature): no key of today signed it. It was verified when it came; was a key replaced?"
        case .refused(let refusal): "refused (\(refusal.rawValue))."
        case .impossible(let reason): "not verified again: \(reason)."
        }
    }
}

extension StoredProof {
    /// Why there is nothing to verify again; nil where there is a signature.
    fileprivate var lack: String? {
        switch self {
        case .signature: nil
        case .secret(let field): "what proved it when it came, \(field), is a secret and was not kept"
        case .ownQuestion: "nobody signs it, as it came by our own asking"
        case .ownPage: "nobody signs it, as it came from our own page"
        }
    }
}
