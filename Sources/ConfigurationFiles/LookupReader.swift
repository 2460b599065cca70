import Foundation
import Model
import Replies
import Yams

/// Reads `config/lookups.yaml`.
struct LookupReader {
    let directories: Directories
    let log: ProblemLog

    func lookups(from text: String) -> [Lookup] {
        guard let root = YAMLText.root(of: text, log: log),
            let section = Section(root, name: "the file", keys: ["lookups"], log: log), let node = section["lookups"],
            let entries = Section.entries(of: node, name: "lookups", log: log)
        else { return [] }
        return entries.compactMap { key, value in
            let name = key.text ?? ""
            guard Self.isName(name) else {
                log.error(at: key, "“\(name)” cannot name a lookup: use small letters, digits and _, a letter first")
                return nil
            }
            return lookup(name, value, place: key)
        }
    }

    private static func isName(_ name: String) -> Bool {
        name.first?.isLetter == true
            && name.utf8.allSatisfy { (0x61...0x7A).contains($0) || (0x30...0x39).contains($0) || $0 == 0x5F }
    }

    private func lookup(_ name: String, _ node: Node, place: Node) -> Lookup? {
        let keys = ["url", "allow", "header", "timeout", "cache", "fields", "plain"]
        guard let section = Section(node, name: "lookup \(name)", keys: keys, place: place, log: log),
            let urlNode = section.required("url", "the address to ask, with facts such as {order_id} in it"),
            let url = section.text(of: urlNode, "url"), let parts = urlParts(url, at: urlNode),
            let allowed = allowed(section, url: url), let facts = facts(section)
        else { return nil }
        let isPlain = section.value("plain", .flag) ?? false
        checkEncryption(allowed, isPlain: isPlain, at: urlNode)
        var lookup = Lookup(name: name, url: parts, allowed: allowed, fields: headerFields(section), facts: facts)
        section.value("timeout", .duration(0.1...30, "0.1s to 30s")).map { lookup.timeLimit = $0 }
        section.value("cache", .duration(0...86_400, "0s to 1d")).map { lookup.keptFor = $0 }
        lookup.allowsPlaintext = allowed.hasPrefix("http://")
        return lookup
    }

    private func urlParts(_ url: String, at node: Node) -> [Lookup.URLPart]? {
        var parts: [Lookup.URLPart] = []
        var rest = url[...]
        while let open = rest.firstIndex(of: "{") {
            guard let close = rest[open...].firstIndex(of: "}") else {
                log.error(at: node, "“{” has no “}” in “\(url)”")
                return nil
            }
            let name = String(rest[rest.index(after: open)..<close])
            guard let key = LookupKey(rawValue: name) else {
                let hint = NearestName.hint(for: name, among: LookupKey.allCases.map(\.rawValue))
                log.error(at: node, "“{\(name)}” is no fact to ask with; \(hint)")
                return nil
            }
            parts += [.text(String(rest[..<open])), .fact(key)]
            rest = rest[rest.index(after: close)...]
        }
        parts.append(.text(String(rest)))
        return parts.filter { $0 != .text("") }
    }

    /// Without `allow` it is what stands before the first fact, up to its last `/`.
    private func allowed(_ section: Section, url: String) -> String? {
        let fixed = String(url.prefix { $0 != "{" })
        let given = section.value("allow", .url("https://", "http://"))
        if section["allow"] != nil, given == nil { return nil }
        guard let start = given ?? fixed.lastIndex(of: "/").map({ String(fixed[...$0]) }),
            let place = URLComponents(string: start), place.host?.isEmpty == false,
            ["http", "https"].contains(place.scheme ?? "")
        else {
            log.error(at: section["url"], "“url” should begin with https:// and a host, before any {fact}")
            return nil
        }
        guard start.hasSuffix("/"), !place.percentEncodedPath.isEmpty else {
            log.error(
                at: section["allow"] ?? section["url"],
                "“allow” should end with /, such as https://shop.example/api/"
            )
            return nil
        }
        guard fixed.hasPrefix(start) else {
            log.error(at: section["url"], "“url” does not begin with “allow”, \(start): it would never be asked")
            return nil
        }
        return start
    }

    private func checkEncryption(_ allowed: String, isPlain: Bool, at node: Node) {
        guard allowed.hasPrefix("http://"), !isPlain else { return }
        let host = URLComponents(string: allowed)?.host ?? ""
        guard !Loopback.contains(host: host) else { return }
        log.error(
            at: node,
            "what customers wrote would cross the network readable by anybody: use https://, or say “plain: true”"
        )
    }

    private func headerFields(_ section: Section) -> [Lookup.HeaderField] {
        guard let node = section["header"], let entries = Section.entries(of: node, name: "header", log: log) else {
            return []
        }
        return entries.compactMap { key, value in
            let name = key.text ?? ""
            guard !name.isEmpty, name.utf8.allSatisfy({ isTokenOctet($0) }) else {
                log.error(at: key, "“\(name)” is no name of a header field")
                return nil
            }
            return fieldValue(value, name).map { Lookup.HeaderField(name: name, value: $0) }
        }
    }

    /// RFC 9110 §5.6.2.
    private func isTokenOctet(_ octet: UInt8) -> Bool {
        (0x30...0x39).contains(octet) || (0x41...0x5A).contains(octet) || (0x61...0x7A).contains(octet)
            || "!#$%&'*+-.^_`|~".utf8.contains(octet)
    }

    private func fieldValue(_ node: Node, _ name: String) -> Lookup.HeaderField.Value? {
        if let text = node.text {
            guard text.unicodeScalars.allSatisfy({ $0.value >= 0x20 && $0.value != 0x7F }) else {
                log.error(at: node, "the value of \(name) holds a control character")
                return nil
            }
            if name.lowercased() == "authorization" {
                log.warning(
                    at: node,
                    "a secret should not stand in the file: use {env: NAME}, {file: PATH} or {credential: NAME}"
                )
            }
            return .text(text)
        }
        guard let secret = LoginReader(directories: directories, log: log).secret(node, name, besides: ["before"])
        else {
            return nil
        }
        let before = Section.entries(of: node, name: name, log: log)?.first { $0.key.text == "before" }?.value.text
        return .secret(before: before ?? "", secret)
    }

    private func facts(_ section: Section) -> [LookupFact]? {
        guard let node = section.required("fields", "the facts in the answer, by names of your choice"),
            let entries = Section.entries(of: node, name: "fields", log: log)
        else { return nil }
        if entries.isEmpty { log.error(at: node, "no field: name at least one fact that the answer gives") }
        return entries.compactMap { key, value in
            let name = key.text ?? ""
            guard Self.isName(name) else {
                log.error(at: key, "“\(name)” cannot name a fact: use small letters, digits and _, a letter first")
                return nil
            }
            return LookupFactReader(log: log).fact(name, value)
        }
    }
}
