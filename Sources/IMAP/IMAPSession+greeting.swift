extension IMAPSession {
    /// What is switched on where it is offered: names and headers in UTF-8. RFC 9051 section 6.3.1, RFC 6855.
    private static let wanted: [Capability] = [.imap4rev2, .utf8Accept]

    /// Goes on after CAPABILITY or ENABLE. A refused ENABLE leaves things as they are; without capabilities there is no
    /// session.
    mutating func finishGreeting(_ result: Result<CommandOutcome, IMAPError>, at now: Duration) {
        switch result {
        case .success(.capabilities(let capabilities)):
            options.capabilities = capabilities
            let names = Self.wanted.filter { capabilities.offers($0) }
            if names.isEmpty || !capabilities.offers(.enable) { becomeReady() } else { begin(.enable(names), at: now) }
        case .success(.enabled(let names)):
            noteEnabled(names)
            becomeReady()
        case .failure(let error) where options.capabilities == Capabilities(): end(error)
        default: becomeReady()
        }
    }

    mutating func noteEnabled(_ names: Capabilities) {
        let accepts = names.offers(.utf8Accept)
        options.acceptsUTF8Messages = options.acceptsUTF8Messages || accepts
        options.isUTF8 = options.isUTF8 || accepts || names.offers(.imap4rev2)
    }

    private mutating func becomeReady() {
        phase = .ready
        actions.append(.ready(options.capabilities))
    }
}
