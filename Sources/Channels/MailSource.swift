package import Model

/// Where an inbox's messages come from: an IMAP mailbox, a Maildir, a feed or a bot that is asked, or a channel that is called,
/// which moves nothing itself. In charge of moving raw bytes into the store, and of moving on only once they are durable
/// there; it never looks inside them.
package protocol MailSource: Sendable {
    /// Takes mail until the task is cancelled. Failures are reported and tried again; they never end it.
    func run() async

    /// Everything that is there now and owed to us, for proving that nothing is missing.
    func listing() async throws -> MailboxListing

    /// Connects once and says in a sentence what was found; the error says what is wrong.
    func probe() async throws -> String
}

/// The items of one mailbox, in the words of `Origin`.
package struct MailboxListing: Hashable, Sendable {
    package var inbox: InboxName
    package var mailbox: String
    package var validity: UInt32
    package var items: [String]

    package init(inbox: InboxName, mailbox: String, validity: UInt32, items: [String]) {
        self.inbox = inbox
        self.mailbox = mailbox
        self.validity = validity
        self.items = items
    }
}

/// What a source tells about itself while it runs.
package enum SourceEvent: Hashable, Sendable {
    /// The source was reached and answers.
    case reached
    /// It cannot be reached or refuses, in one sentence. `needsPerson` where trying again cannot help by itself, such as
    /// after a wrong password.
    case unreached(String, needsPerson: Bool)
    /// That many messages are durable that were not before.
    case took(Int)
    /// That many deliveries are durable that were not before. Their messages are counted where they are taken apart.
    case brought(Int)
    /// Progress of taking what was there already: done, and how many there are.
    case backfill(done: Int, of: Int)
}
