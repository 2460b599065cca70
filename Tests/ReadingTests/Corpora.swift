import Foundation
import MIME
import Model

@testable import Reading

/// Collections of real mail that lie beside the package on machines that have them; tests on them are skipped elsewhere.
enum Corpora {
    static let root: URL? = {
        let package = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent()
        let beside = package.deletingLastPathComponent().appending(path: "shared/corpora")
        let given = ProcessInfo.processInfo.environment["WAVELENGTH_CORPORA"].map { URL(filePath: $0) }
        let root = given ?? beside
        return FileManager.default.fileExists(atPath: root.path) ? root : nil
    }()

    /// The lines of `cases.jsonl` in a folder, with the octets each is about.
    static func cases<Case: CorpusCase>(_ folder: String, as: Case.Type) throws -> [(Case, [UInt8])] {
        guard let base = root?.appending(path: folder) else { return [] }
        let lines = try Data(contentsOf: base.appending(path: "cases.jsonl")).split(separator: UInt8(ascii: "\n"))
        return try lines.map { line in
            let each = try JSONDecoder().decode(Case.self, from: line)
            return (each, [UInt8](try Data(contentsOf: base.appending(path: each.raw))))
        }
    }

    /// A bare body is made a mail of, so that it takes the way of all mail.
    static func message(_ octets: [UInt8], type: String) -> MessageToRead {
        let isMessage = type == "message/rfc822"
        let header = "From: a@example.org\nContent-Type: \(type); charset=utf-8\nContent-Transfer-Encoding: 8bit\n\n"
        let whole = isMessage ? octets : Array(header.utf8) + octets
        return MessageToRead(ParsedMessage(parsing: whole), size: whole.count)
    }
}

protocol CorpusCase: Decodable {
    var id: String { get }
    var raw: String { get }
}
