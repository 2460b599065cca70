import Model
import Reading
import Replies
import Yams

/// Reads `config/wavelength.yaml`.
struct SettingsReader {
    let directories: Directories
    let holidayFiles: HolidayFiles
    let log: ProblemLog

    /// nil where any error was found: half a configuration is none.
    func settings(from text: String) -> Settings? {
        guard let root = YAMLText.root(of: text, log: log),
            let section = Section(
                root,
                name: "the file",
                keys: ["desk", "inboxes", "automatic_mail", "order_ids"],
                log: log
            )
        else { return nil }
        let desk = section["desk"].map(desk) ?? DeskSettings()
        let limits = section["automatic_mail"].map(limits) ?? AutomaticMailLimits()
        let inboxes = section.required("inboxes", "at least one, by a name of your choice such as “support”").map {
            self.inboxes($0, deskURL: desk.publicURL)
        }
        let masks = orderIDMasks(section)
        guard let inboxes, !log.hasErrors else { return nil }
        return Settings(desk: desk, inboxes: inboxes, automaticMail: limits, orderIDMasks: masks)
    }

    private func orderIDMasks(_ section: Section) -> [String] {
        (section.strings("order_ids") ?? []).map { node, mask in
            do throws(OrderIDPattern.Fault) {
                _ = try OrderIDPattern(mask)
            } catch {
                log.error(at: node, "“\(mask)” cannot be how order numbers look: \(error)")
            }
            return mask
        }
    }

    private func desk(_ node: Node) -> DeskSettings {
        var desk = DeskSettings()
        guard let section = Section(node, name: "desk", keys: ["listen", "url", "proxies"], log: log) else {
            return desk
        }
        let listen = TextForm(description: "host:port such as 127.0.0.1:8025", read: Self.hostAndPort)
        if let place = section.value("listen", listen) { (desk.host, desk.port) = place }
        desk.publicURL = section.value("url", .url("https://", "http://"))
        desk.proxies = (section.strings("proxies") ?? []).compactMap { proxy($0.node, $0.text) }
        return desk
    }

    private func proxy(_ node: Node, _ text: String) -> NetworkRange? {
        guard let range = NetworkRange(text) else {
            let form = "an address or a network such as 10.0.0.5, 172.17.0.0/16 or 2001:db8::/32"
            log.error(at: node, "“proxies” should be \(form); found “\(text)”")
            return nil
        }
        // Whoever may write X-Forwarded-For is whoever they like: no limit would hold.
        guard range.bits > 0 else {
            log.error(at: node, "“\(text)” is every machine there is: name the proxies that stand before the desk")
            return nil
        }
        return range
    }

    private static func hostAndPort(_ text: String) -> (String, Int)? {
        guard let colon = text.lastIndex(of: ":") else { return nil }
        let host = text[..<colon].filter { !"[]".contains($0) }
        guard let port = TextForm.port.read(String(text[text.index(after: colon)...])) else { return nil }
        return TextForm.host.read(host).map { ($0, port) }
    }

    private func limits(_ node: Node) -> AutomaticMailLimits {
        var limits = AutomaticMailLimits()
        let keys = ["per_address_per_day", "per_domain_per_hour", "per_minute", "same_notice_after"]
        guard let section = Section(node, name: "automatic_mail", keys: keys, log: log) else { return limits }
        section.value("per_address_per_day", .count).map { limits.perAddressPerDay = $0 }
        section.value("per_domain_per_hour", .count).map { limits.perDomainPerHour = $0 }
        section.value("per_minute", .count).map { limits.perMinute = $0 }
        // RFC 5230 §4.1 names one day as the least.
        section.value("same_notice_after", .duration(86_400...31_536_000, "1d to 365d"))
            .map { limits.handleWindow = $0 }
        return limits
    }

    private func inboxes(_ node: Node, deskURL: String?) -> [InboxSettings] {
        guard let entries = Section.entries(of: node, name: "inboxes", log: log) else { return [] }
        if entries.isEmpty { log.error(at: node, "no inbox: name at least one") }
        var owners: [String: String] = [:]
        return entries.compactMap { key, value in
            guard let name = inboxName(key) else { return nil }
            let reader = InboxReader(
                name: name,
                directories: directories,
                deskURL: deskURL,
                holidayFiles: holidayFiles,
                log: log
            )
            return reader.settings(from: value, place: key, owners: &owners)
        }
    }

    private func inboxName(_ key: Node) -> String? {
        let name = key.text ?? ""
        let isGood =
            name.first?.isLetter == true
            && name.utf8.allSatisfy {
                (0x61...0x7A).contains($0) || (0x30...0x39).contains($0) || $0 == 0x2D || $0 == 0x5F
            }
        guard isGood else {
            log.error(at: key, "“\(name)” cannot name an inbox: use small letters, digits, - and _, a letter first")
            return nil
        }
        return name
    }
}
