import Foundation
import Model
import Replies
import Yams

/// Reads one inbox of `config/wavelength.yaml`.
struct InboxReader {
    let name: String
    let directories: Directories
    /// `desk.url`; nil where it is not said.
    let deskURL: String?
    let holidayFiles: HolidayFiles
    let log: ProblemLog

    private static let keys = [
        "addresses", "aliases", "sender_name", "signature", "language", "undo", "sent_copy", "alert_after", "imap",
        "maildir", "smtp", "acknowledgement", "address", "style", "hours", "promises",
    ]

    private static let sources = ["imap", "maildir"] + ChannelReader.names

    /// - Parameter owners: which inbox has each address so far, by address key.
    func settings(from node: Node, place: Node, owners: inout [String: String]) -> InboxSettings? {
        guard
            let section = Section(
                node,
                name: "inbox \(name)",
                keys: Self.keys + ChannelReader.names,
                place: place,
                log: log
            )
        else { return nil }
        let given = Self.sources.filter { section[$0] != nil }
        let isChat = given.count == 1 && Self.isChat(given[0])
        var inbox = inbox(section, isChat: isChat, owners: &owners)
        let relay = section["smtp"].flatMap { servers.relay($0) }
        let alertAfter = section.value("alert_after", .duration(60...604_800, "1m to 7d"))
        if inbox.acknowledgement != nil, section["smtp"] == nil {
            log.error(at: section["acknowledgement"], "an acknowledgement needs “smtp” to be sent by")
        } else if inbox.acknowledgement != nil, isChat {
            log.error(at: section["acknowledgement"], "an acknowledgement is mail: a chat cannot have one")
        }
        guard let source = source(section, given) else { return nil }
        if case .channel(let channel) = source {
            inbox.channel = channel
            checkSilence(of: channel, alertAfter: alertAfter ?? 900, section)
        }
        return InboxSettings(inbox: inbox, source: source, relay: relay, alertAfter: alertAfter ?? 900)
    }

    /// A feed that is asked less often than its silence is told of would raise an alert between two looks.
    private func checkSilence(of channel: ChannelSettings, alertAfter: TimeInterval, _ section: Section) {
        guard case .feed(let feed) = channel.provider, feed.interval >= alertAfter else { return }
        log.error(
            at: section["alert_after"] ?? section["feed"],
            "the feed is asked every \(Int(feed.interval))s: “alert_after” should be longer, such as "
                + "\(Int(feed.interval) * 3)s"
        )
    }

    private static func isChat(_ source: String) -> Bool {
        ChannelReader.names.contains(source) && !["mailgun", "postmark", "sendgrid"].contains(source)
    }

    private var servers: ServerReader {
        ServerReader(directories: directories, log: log)
    }

    private func inbox(_ section: Section, isChat: Bool, owners: inout [String: String]) -> Inbox {
        var inbox = Inbox(name: InboxName(name), addresses: addresses(section, "addresses", owners: &owners))
        inbox.form = isChat ? .chat : .mail
        let usesMail = !isChat || section["smtp"] != nil
        let advice = "the addresses that customers write to; replies come from the first"
        if usesMail, section.required("addresses", advice) != nil, section.strings("addresses")?.isEmpty == true {
            log.error(at: section["addresses"], "no address: replies come from the first of them")
        }
        inbox.aliases = addresses(section, "aliases", owners: &owners)
        section.string("sender_name").map { inbox.senderName = $0 }
        section.string("signature").map { inbox.signature = $0 }
        section.value("language", .language).map { inbox.defaultLanguage = $0 }
        section.value("undo", .duration(0...3_600, "0s to 1h")).map { inbox.undoWindow = $0 }
        section.value("sent_copy", .flag).map { inbox.keepsSentCopy = $0 }
        readManner(section, into: &inbox)
        inbox.acknowledgement = section["acknowledgement"].flatMap(acknowledgement)
        return inbox
    }

    private func addresses(_ section: Section, _ key: String, owners: inout [String: String]) -> [String] {
        (section.strings(key) ?? []).compactMap { node, text in
            guard let address = TextForm.address.read(text) else {
                log.error(at: node, "“\(text)” is not \(TextForm.address.description)")
                return nil
            }
            if let owner = owners.updateValue(name, forKey: address.lowercased()) {
                log.error(at: node, "\(address) belongs to inbox \(owner) already: an address has one inbox")
            }
            return address
        }
    }

    private func acknowledgement(_ node: Node) -> Acknowledgement? {
        guard let section = Section(node, name: "acknowledgement", keys: ["text", "reverse_path"], log: log),
            let text = section.required("text", "what it says, in plain text"),
            let words = section.text(of: text, "text")
        else { return nil }
        let isReturnable = section["reverse_path"]?.text.map { $0.isEmpty } == false
        let reversePath = isReturnable ? section.value("reverse_path", .address) : ""
        let acknowledgement = Acknowledgement(text: words, reversePath: reversePath ?? "")
        do throws(TemplateError) {
            _ = try AcknowledgementText(acknowledgement)
        } catch {
            for fault in error.faults { log.error(line: Self.line(fault.line, of: text), fault.message) }
        }
        return acknowledgement
    }

    /// The line of the file for a line of a text in it. Block texts begin below their `|`.
    private static func line(_ line: Int, of node: Node) -> Int {
        let begin = node.mark?.line ?? 1
        guard case .scalar(let scalar) = node, scalar.style == .literal else { return begin }
        return begin + line
    }

    private func source(_ section: Section, _ given: [String]) -> InboxSource? {
        guard let name = given.first, let node = section[name] else {
            log.error(
                at: section.place,
                "\(section.name) needs “imap” or “maildir”, or a channel such as “slack”: where its messages come from"
            )
            return nil
        }
        if given.count > 1 {
            log.error(at: section[given[1]], "\(section.name) has both “\(name)” and “\(given[1])”: take one out")
            return nil
        }
        switch name {
        case "imap": return servers.imap(node).map(InboxSource.imap)
        case "maildir": return servers.maildir(node).map(InboxSource.maildir)
        default:
            return ChannelReader(directories: directories, deskURL: deskURL, log: log).channel(name, node)
                .map(InboxSource.channel)
        }
    }
}
