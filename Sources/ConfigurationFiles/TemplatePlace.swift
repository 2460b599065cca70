import Model
import Replies

/// What the path of a file under `templates/` says: `<language>/<name>.md` for all inboxes,
/// `<inbox>/<language>/<name>.md` for one.
struct TemplatePlace: Hashable {
    let inbox: InboxName?
    let language: String
    /// Without `.md`, and without the underscore of a part.
    let name: String
    let isPart: Bool

    /// nil for the path of anything else.
    init?(_ path: String) {
        let parts = path.split(separator: "/").map(String.init)
        guard parts.first == "templates", (3...4).contains(parts.count), let file = parts.last, file.hasSuffix(".md")
        else { return nil }
        inbox = parts.count == 4 ? InboxName(parts[1]) : nil
        language = parts[parts.count - 2]
        isPart = file.hasPrefix("_")
        name = String(file.dropLast(3).dropFirst(isPart ? 1 : 0))
    }

    /// The folder that the file is in.
    static func folder(_ inbox: InboxName?, _ language: String) -> String {
        (["templates"] + [inbox?.rawValue, language].compactMap(\.self)).joined(separator: "/")
    }
}
