package import Foundation

/// A page of Twilio's list of messages.
package struct TwilioListing: Hashable, Sendable {
    /// A message as the list has it.
    package struct Entry: Hashable, Sendable {
        /// The SID.
        package var id: String
        package var author: String
        package var recipient: String
        package var text: String
        package var files: Int
        /// When Twilio got it; nil where that cannot be read.
        package var sentAt: Date?
    }

    /// A file of a message.
    package struct File: Hashable, Sendable {
        /// Below the address of the API; the file itself, not its description.
        package var path: String
        package var type: String
    }

    /// Those that customers sent.
    package let inbound: [Entry]
    /// Messages of customers that cannot be made out.
    package let unclear: Int
    /// The path of the next page; nil behind the last.
    package let next: String?

    package init(_ json: JSONValue) throws(AskError) {
        guard let messages = json["messages"]?.list else {
            throw AskError(.nonsense, "Twilio answered with something that is no list of messages.")
        }
        let ours = messages.filter { $0["direction"]?.text == "inbound" }
        inbound = ours.compactMap(Self.entry)
        unclear = ours.count - inbound.count
        next = json["next_page_uri"]?.text.flatMap { $0.isEmpty ? nil : $0 }
    }

    private static func entry(_ json: JSONValue) -> Entry? {
        guard let id = json["sid"]?.label, let author = json["from"]?.label else { return nil }
        return Entry(
            id: id,
            author: author,
            recipient: json["to"]?.label ?? "",
            text: json["body"]?.text ?? "",
            files: json["num_media"]?.whole ?? 0,
            sentAt: (json["date_sent"]?.text ?? json["date_created"]?.text).flatMap(HTTPDate.date)
        )
    }

    /// The files in an answer to `TwilioAPI.files(of:secret:)`.
    package static func files(_ json: JSONValue) throws(AskError) -> [File] {
        guard let list = json["media_list"]?.list else {
            throw AskError(.nonsense, "Twilio answered with something that is no list of files.")
        }
        return list.compactMap { file in
            guard var path = file["uri"]?.text, path.hasPrefix("/") else { return nil }
            if path.hasSuffix(".json") { path.removeLast(5) }
            return File(path: path, type: file["content_type"]?.text ?? "")
        }
    }
}
