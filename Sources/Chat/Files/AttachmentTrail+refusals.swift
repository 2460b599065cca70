import Model

/// What answers mean that are not the file.
extension AttachmentTrail {
    func refusal(ofStatus status: Int) -> AttachmentRefusal {
        switch status {
        case 401 where authorization != nil, 403 where authorization != nil:
            .failed(
                "\(host) does not accept the token (HTTP \(status)). Put a valid one where the channel's configuration "
                    + "points; it is read anew each time."
            )
        case 401, 403, 404, 410: .gone("\(host) does not have the file any more (HTTP \(status)). \(provider.keeping)")
        case 408, 425, 429, 500...: .unreached("\(host) cannot hand it over now (HTTP \(status)).")
        default: .failed("\(host) answered HTTP \(status).")
        }
    }

    /// Slack sends whoever may not read a file on to sign in at the workspace's own host.
    func signInPage(behind objection: AttachmentRefusal) -> AttachmentRefusal? {
        guard case .slack = provider, case .otherHost(let host) = objection, ".\(host)".hasSuffix(".slack.com") else {
            return nil
        }
        return page
    }

    /// Throws where these octets are not the file that the message told of.
    ///
    /// - Parameter type: the answer's `Content-Type`.
    package func check(_ octets: [UInt8], type: String?) throws(AttachmentRefusal) {
        if isPage(octets, type) { throw page }
        if let size = place.size, size != octets.count {
            throw .altered("\(host) gave \(octets.count) octets, but \(provider.title) says that the file has \(size).")
        }
        if let sha256 = place.sha256 {
            guard FileDigest.of(octets) == sha256 else {
                throw .altered(
                    "What \(host) gave is not the file that \(provider.title) has: its SHA-256 is another. Try again."
                )
            }
            // The very octets: whatever the host calls them.
            return
        }
        if let stated = place.type, let given = FileType.named(type), given != stated {
            throw .altered("\(host) gave something of the type \(given), but \(provider.title) says \(stated).")
        }
    }

    private var page: AttachmentRefusal {
        if case .slack = provider, authorization != nil {
            return .page("Slack answered with its page to sign in instead of the file. \(SlackAPI.scopeAdvice)")
        }
        return .page(
            "\(host) answered with a page for people instead of the file: its address may have run out, or the token may "
                + "not read it."
        )
    }

    private func isPage(_ octets: [UInt8], _ type: String?) -> Bool {
        guard type.map(Self.isMarkup) ?? Self.beginsPage(octets) else { return false }
        // Of a page that was sent as a file, only the size can tell.
        guard Self.isMarkup(file.type) || Self.isMarkup(FileType.of(fileName: file.name)) else { return true }
        return file.size.map { $0 != octets.count } ?? false
    }

    private static func isMarkup(_ type: String) -> Bool {
        ["text/html", "application/xhtml+xml"].contains(FileType.named(type))
    }

    private static func beginsPage(_ octets: [UInt8]) -> Bool {
        let text = octets.drop { $0 <= 0x20 || [0xEF, 0xBB, 0xBF].contains($0) }.prefix(14)
        let start = String(decoding: text, as: UTF8.self).lowercased()
        return start.hasPrefix("<!doctype html") || start.hasPrefix("<html")
    }
}

extension ChannelProvider {
    /// How long files are kept, as far as that helps somebody who did not get one.
    fileprivate var keeping: String {
        switch self {
        case .whatsapp: "WhatsApp keeps files for some days only: ask the customer to send it again."
        case .messenger: "Addresses of files run out after some days: ask the customer to send it again."
        case .slack, .twilio: "It may have been deleted there: ask the customer to send it again."
        default: "Ask the customer to send it again."
        }
    }
}
