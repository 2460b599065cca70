extension Command {
    /// The commands that move messages to another mailbox, to be given one after the other, each only if the one before
    /// succeeded.
    ///
    /// With MOVE it is one command. Without, messages are copied and marked, and removed if UIDPLUS is there. Without
    /// that they stay marked `\Deleted`: plain EXPUNGE would take other people's messages with it. Giving the list again
    /// after a failure in the middle copies twice. RFC 6851 section 3.3.
    package static func moving(_ uids: UIDSet, to mailbox: MailboxName, with capabilities: Capabilities) -> [Command] {
        if capabilities.offers(.move) { return [.move(uids, to: mailbox)] }
        let copied: [Command] = [.copy(uids, to: mailbox), .store(uids, .add([.deleted]))]
        return capabilities.offers(.uidPlus) ? copied + [.expunge(uids)] : copied
    }
}
