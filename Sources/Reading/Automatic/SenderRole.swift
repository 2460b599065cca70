/// What the local part of an address says of who writes from it.
enum SenderRole {
    /// Addresses behind which nobody reads (N5). Not `postmaster`: a person does.
    static func isMachine(_ local: Substring) -> Bool {
        roles.contains(String(local)) || local.hasPrefix("owner-") || isNoReply(local) || isBounce(local)
            || ["-owner", "-request", "-bounces"].contains { local.hasSuffix($0) }
    }

    private static let roles: Set<String> = [
        "mailer-daemon", "mailerdaemon", "mail-daemon", "listserv", "majordomo", "daemon", "root", "nobody",
    ]

    static func isNoReply(_ local: Substring) -> Bool {
        let letters = local.utf8.filter { $0 | 0x20 &- 0x61 < 26 }
        return noReplies.contains { letters.starts(with: $0) }
    }

    private static let noReplies = [
        "noreply", "donotreply", "dontreply", "neantworten", "nichtantworten", "keineantwort", "noresponder",
        "nepasrepondre",
    ].map { Array($0.utf8) }

    /// `bounce`, `bounces` and those with something behind a separator, as verp writes them; not `bouncer`.
    private static func isBounce(_ local: Substring) -> Bool {
        guard local.hasPrefix("bounce") else { return false }
        let rest = local.dropFirst(6).drop { $0 == "s" }
        return rest.first.map { !$0.isLetter } ?? true
    }
}
