package import Foundation
package import Model

/// Mail on its way out. Every state change is checked against `OutgoingMail.State.canBecome`, and only `markSent`,
/// `resolve` and evidence of what became of it lead out of `uncertain`.
///
/// Evidence is an answer or a bounce, or a receipt of a chat's provider (`DeliveryStore.unpack`), which may be there before
/// the answer to the sending is: it counts as soon as that is written.
package protocol OutboxStore: Sendable {
    /// Hands out waiting mail that is due, oldest first, as `sending` with one attempt more.
    ///
    /// Replies to one place of a chat (`ReplyEnvelope.place`) go out one after the other, in the order of their release, so
    /// that their parts never mix: one waits while an earlier one is in its undo window or to be tried again, and while any
    /// is under way or partly sent. An uncertain one holds up none: it waits for a person, and the customer should not.
    ///
    /// A reply in a chat goes on waiting while something that its customer said is taken and not read, or a delivery of its
    /// channel from before it became due is not taken apart: what comes of it may stop the reply (`ReadingStore.file`).
    func claimDue(limit: Int, at: Date) async throws -> [OutgoingMail]

    /// When the next waiting mail is due that does not wait for another; nil where none waits.
    func nextDue() async throws -> Date?

    /// Sending -> handing over: from here on the server may have it. Throws `illegal` where the customer of a reply in a
    /// chat wrote again meanwhile.
    func markHandingOver(_ id: OutgoingMail.ID, at: Date) async throws

    /// A chat's reply has been taken up to this part, whatever becomes of the rest: another try goes on behind it. The
    /// provider's number is kept, since receipts name it (`DeliveryStore.unpack`). Only from `handing over`, and never to
    /// fewer parts than are known already.
    func markPartSent(_ id: OutgoingMail.ID, _ part: SentPart, at: Date) async throws

    /// The server took it; its draft becomes sent.
    func markSent(_ id: OutgoingMail.ID, answer: String, at: Date) async throws

    /// Nobody has it; to be tried again at `notBefore`. A reply in a chat of which no part has arrived is taken back instead
    /// where the customer wrote again meanwhile.
    func markRetry(_ id: OutgoingMail.ID, answer: String, notBefore: Date, at: Date) async throws

    /// Refused for good: the draft goes back to the desk as pending in a new version with the answer as its note, and
    /// the messages it answered are open again. Where the customer wrote again meanwhile and a newer draft is pending,
    /// that one stays and takes the note; the text that came back is kept as a version of the superseded draft. What the
    /// reply committed us to is taken back (`DecisionStore.approve`).
    ///
    /// Of a reply in a chat of which parts have arrived only the rest comes back, and what it committed us to stands.
    /// Nothing comes back of one that has arrived whole.
    func markFailed(_ id: OutgoingMail.ID, answer: String, at: Date) async throws

    /// The server may or may not have it.
    func markUncertain(_ id: OutgoingMail.ID, answer: String, at: Date) async throws

    /// Brings every state that a stopped program left in the middle to `afterRestart`. Returns what became uncertain.
    func recoverOutbox(at: Date) async throws -> [OutgoingMail.ID]

    /// Takes a waiting mail that was never tried, or a reply in a chat of which no part has arrived, back: cancelled, without
    /// a `lastAnswer`, its draft pending again in a new version, its messages open. Refused with a sentence otherwise.
    /// Returns the draft that is pending now: a newer one, where the
    /// customer wrote again meanwhile, as with `markFailed`. What the reply committed us to is taken back.
    func undo(_ id: OutgoingMail.ID, by: String, at: Date) async throws -> Decision<Draft.ID>

    /// Settles an uncertain mail: it was delivered, or (`delivered` false) it was not and waits to be sent again.
    func resolve(
        _ id: OutgoingMail.ID,
        delivered: Bool,
        by: String,
        at: Date
    ) async throws -> Decision<OutgoingMail.State>

    /// Puts an automatic acknowledgement into the outbox if no limit is broken, counting and entering it in one
    /// transaction; else returns the rule and what decided. Either way the history says so. It does not move the thread
    /// head: it says nothing about the customer's matter.
    func acknowledge(
        _ message: Message.ID,
        mail: NewOutgoingMail,
        entry: AutomaticMailEntry,
        limits: AutomaticMailLimits
    ) async throws -> AcknowledgementOutcome

    /// Mail in one state, newest first, without raw bytes.
    func outgoing(in state: OutgoingMail.State, limit: Int) async throws -> [OutgoingMail]

    /// One mail with its raw bytes; nil where there is none.
    func outgoingMail(_ id: OutgoingMail.ID) async throws -> OutgoingMail?
}

/// What became of an acknowledgement.
package enum AcknowledgementOutcome: Hashable, Sendable {
    case queued(OutgoingMail.ID)
    case withheld(rule: String, evidence: String)
}
