import Foundation
import Replies
import Web

/// The pages of the charter on disk, for the desk.
struct CharterFolder {
    /// The folder of Wavelength.
    let root: String

    /// By name. Pages that cannot be read are left out: findings say what to do without them.
    func pages() -> [CharterPage] {
        let names = (try? FileManager.default.contentsOfDirectory(atPath: "\(root)/seeds/charter")) ?? []
        return names.sorted().compactMap { file in
            guard file.hasSuffix(".md") else { return nil }
            let path = "seeds/charter/\(file)"
            guard let bytes = FileManager.default.contents(atPath: "\(root)/\(path)") else { return nil }
            let text = CharterPageText(markdown: String(decoding: bytes, as: UTF8.self))
            let name = String(file.dropLast(3))
            return CharterPage(
                name: name,
                title: text.title.isEmpty ? name : text.title,
                html: text.html,
                checks: Charter.checks.filter { Charter.page(of: $0) == path }
            )
        }
    }
}
