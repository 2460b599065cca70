import Foundation
import Model
import Yams

/// Reads how mail comes in and goes out: `imap`, `maildir` and `smtp`.
struct ServerReader {
    let directories: Directories
    let log: ProblemLog

    static let serverKeys = ["host", "port", "security", "user", "password", "oauth", "certificate"]

    func imap(_ node: Node) -> IMAPSource? {
        let keys = Self.serverKeys + ["mailbox", "from", "after", "poll", "size_limit"]
        guard let section = Section(node, name: "imap", keys: keys, log: log) else { return nil }
        let server = server(section, ports: [.tls: 993, .startTLS: 143, .plain: 143])
        if ["user", "password", "oauth"].allSatisfy({ section[$0] == nil }) {
            log.error(at: section.place, "imap needs “user” with “password” or “oauth”")
        }
        let start = start(section, isRequired: true)
        let mailbox = section.string("mailbox")
        let afterTaking = section.value("after", Self.afterTaking)
        let pollInterval = section.value("poll", .duration(5...86_400, "5s to 1d"))
        let sizeLimit = section.value("size_limit", .size)
        guard let server, let start else { return nil }
        var source = IMAPSource(server: server, start: start)
        mailbox.map { source.mailbox = $0 }
        afterTaking.map { source.afterTaking = $0 }
        pollInterval.map { source.pollInterval = $0 }
        sizeLimit.map { source.sizeLimit = $0 }
        return source
    }

    func maildir(_ node: Node) -> MaildirSource? {
        guard let section = Section(node, name: "maildir", keys: ["path", "from", "size_limit"], log: log) else {
            return nil
        }
        let path = section.required("path", "the folder that holds new, cur and tmp").flatMap {
            section.text(of: $0, "path")
        }
        let start = start(section, isRequired: false)
        let sizeLimit = section.value("size_limit", .size)
        guard let path else { return nil }
        var source = MaildirSource(path: directories.inData(path), start: start ?? .all)
        sizeLimit.map { source.sizeLimit = $0 }
        return source
    }

    func relay(_ node: Node) -> MailServer? {
        guard let section = Section(node, name: "smtp", keys: Self.serverKeys, log: log) else { return nil }
        return server(section, ports: [.tls: 465, .startTLS: 587, .plain: 25])
    }

    private static let afterTaking = TextForm<AfterTaking>(
        description: "keep (leave it as it is), seen, flag, or “move” with a folder such as “move Archive”"
    ) { text in
        switch text {
        case "keep": return .keep
        case "seen": return .seen
        case "flag": return .flag
        default:
            let folder = text.hasPrefix("move ") ? text.dropFirst(5).drop(while: \.isWhitespace) : ""
            return folder.isEmpty ? nil : .move(String(folder))
        }
    }

    private func start(_ section: Section, isRequired: Bool) -> StartRule? {
        let choices = """
            “now” takes only mail that comes from now on, “all” takes everything that is there, and a day such as \
            2026-01-31 takes what came on or after it
            """
        let node = isRequired ? section.required("from", choices) : section["from"]
        guard let node else { return nil }
        switch node.text ?? "" {
        case "now": return .now
        case "all": return .all
        case let text:
            if let day = TextForm.day.read(text) { return .since(day) }
            log.error(at: node, "“from: \(text)” says nothing: \(choices)")
            return nil
        }
    }

    private func server(_ section: Section, ports: [MailServer.Security: Int]) -> MailServer? {
        let hostNode = section.required("host", "the server's name")
        let host = hostNode == nil ? nil : section.value("host", .host)
        let securityForm = TextForm<MailServer.Security>(
            description: "tls, starttls or plain (no encryption at all)",
            read: MailServer.Security.init
        )
        let security = section.value("security", securityForm) ?? .tls
        let port = section.value("port", .port) ?? ports[security] ?? 0
        let trust = section["certificate"].map(trust) ?? .system
        let login = LoginReader(directories: directories, log: log).login(section)
        warnOfPlainLogin(section, security, login, host: host ?? "")
        return host.map { MailServer(host: $0, port: port, security: security, trust: trust, login: login) }
    }

    private func warnOfPlainLogin(
        _ section: Section,
        _ security: MailServer.Security,
        _ login: MailServer.Login,
        host: String
    ) {
        guard security == .plain, !Loopback.contains(host: host), login != .none else { return }
        log.warning(
            at: section["security"],
            "the password crosses the network readable by anybody: use “security: tls” or “starttls”"
        )
    }

    private func trust(_ node: Node) -> MailServer.Trust {
        switch node.text {
        case "verify": return .system
        case "accept-any": return .unverified
        case let word?:
            log.error(at: node, "“certificate: \(word)” should be verify, accept-any, or {authority: FILE}")
        case nil:
            let section = Section(node, name: "certificate", keys: ["authority"], log: log)
            if let file = section?.required("authority", "a PEM file of authorities"),
                let path = section?.text(of: file, "authority")
            {
                return .authorityFile(directories.inRoot(path))
            }
        }
        return .system
    }
}
