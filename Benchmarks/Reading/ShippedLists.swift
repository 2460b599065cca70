import ConfigurationFiles
import Foundation
import Model
import Reading
import Replies

/// The lists of keywords in `config/`, as the program loads them.
enum ShippedLists {
    static func load() throws -> ReadingLexicons {
        try configuration().lexicons
    }

    /// With the templates beside them.
    static func configuration() throws -> (lexicons: ReadingLexicons, templates: TemplateSet) {
        let root = FileManager.default.currentDirectoryPath
        let loaded = ConfigurationFolder(Directories(root: root, data: root)).load()
        guard let lexicons = loaded.lexicons else {
            throw BenchError(
                "config/ in \(root) cannot be used: \(loaded.problems.first?.description ?? "it is empty")"
            )
        }
        return (lexicons, loaded.templates)
    }
}
