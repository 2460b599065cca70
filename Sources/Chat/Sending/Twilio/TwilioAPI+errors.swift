import Foundation

/// The codes of Twilio's errors that come as an answer; many others come later, as the state of a message.
extension TwilioAPI {
    func meaning(ofCode code: Int, _ text: String, _ answer: APIAnswer, at now: Date) -> ChatAnswer {
        let said = text.asRemark
        switch code {
        // Twilio: what gets 20429 was not processed. The others: full queue of the sender, limits of a channel.
        case 20_429, 14_107, 21_611, 63_018:
            return .limited(
                "Twilio takes no more messages from us for the moment (\(said)).",
                retryAfter: answer.retryAfter(at: now)
            )
        case 20_003: return .later(badToken(said).description)
        case 20_404, 20_005, 21_212, 21_603, 21_606, 21_659, 21_660, 63_007:
            return .later(
                "Twilio does not send from this account and number (\(said)). Check “account” and “sender”."
            )
        case 21_609:
            return .later(
                "Twilio does not take the address for receipts (\(said)). It is made of “url” of the desk: correct that."
            )
        case 21_408:
            return .later(
                "Twilio's settings do not allow messages to this country (\(said)). Allow it in the Twilio console."
            )
        case 21_610:
            return .refused(
                "The customer has unsubscribed from messages of this number (\(said)), and can only undo it by texting START. "
                    + "Answer in another way."
            )
        case 63_016: return .refused(windowIsOver(said))
        case 21_211, 21_214, 21_614, 63_003, 63_024:
            return .refused("Twilio cannot bring the reply to this number (\(said)). Answer in another way.")
        case 21_617, 21_658:
            return .refused("Twilio finds the text too long (\(said)). Edit the reply and approve it again.")
        default: return meaning(ofStatus: answer, at: now, said: said)
        }
    }
}
