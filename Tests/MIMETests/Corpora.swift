import Foundation

/// Collected mail with known answers, kept outside of the project. `WAVELENGTH_CORPORA` names the folder, else
/// `../shared/corpora` beside the package is taken; tests that need it are skipped where there is none.
enum Corpora {
    static let folder: URL? = {
        let named = ProcessInfo.processInfo.environment["WAVELENGTH_CORPORA"].map { URL(filePath: $0) }
        let here = URL(filePath: #filePath).deletingLastPathComponent()
        let beside = here.appending(path: "../../../shared/corpora").standardized
        return [named, beside].compactMap(\.self).first { FileManager.default.fileExists(atPath: $0.path) }
    }()

    static func rawFiles() -> [URL] {
        guard let folder, let files = FileManager.default.enumerator(at: folder, includingPropertiesForKeys: nil) else {
            return []
        }
        return files.compactMap { $0 as? URL }.filter { $0.path.contains("/raw/") && !$0.hasDirectoryPath }
    }

    static func bytes(_ file: URL) throws -> [UInt8] {
        Array(try Data(contentsOf: file))
    }
}

/// One line of `mime/cases.jsonl`.
struct CorpusCase: Decodable {
    var id: String
    var raw: String
    var expected: Expected
    var lossyFields: [String]?

    enum CodingKeys: String, CodingKey {
        case id
        case raw
        case expected
        case lossyFields = "lossy_fields"
    }

    struct Expected: Decodable {
        var subject: String?
        var from: Mailboxes?
        var to: Mailboxes?
        var text: String?
        var isHTML: Bool?
        var attachments: [File]

        enum CodingKeys: String, CodingKey {
            case subject
            case from
            case to
            case text
            case isHTML = "html_as_text_body"
            case attachments
        }
    }

    struct File: Decodable {
        var name: String?
        var type: String?
        var size: Int?
    }

    /// Pairs of name and address, or the text of one mailbox.
    enum Mailboxes: Decodable {
        case list([[String?]])
        case text(String)

        init(from decoder: any Decoder) throws {
            let container = try decoder.singleValueContainer()
            if let text = try? container.decode(String.self) {
                self = .text(text)
            } else {
                self = .list(try container.decode([[String?]].self))
            }
        }
    }

    static func all() throws -> [CorpusCase] {
        guard let folder = Corpora.folder else { return [] }
        let lines = try String(contentsOf: folder.appending(path: "mime/cases.jsonl"), encoding: .utf8)
        return try lines.split(separator: "\n").map { try JSONDecoder().decode(CorpusCase.self, from: Data($0.utf8)) }
    }
}
