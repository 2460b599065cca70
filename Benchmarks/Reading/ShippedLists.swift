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
        let loaded = Self.loaded()
        guard let lexicons = loaded.lexicons else {
            throw BenchError(
                "config/ cannot be used: \(loaded.problems.first?.description ?? "it is empty")"
            )
        }
        return (lexicons, loaded.templates)
    }

    /// Everything under the working directory.
    static func loaded() -> LoadedConfiguration {
        let root = FileManager.default.currentDirectoryPath
        return ConfigurationFolder(Directories(root: root, data: root)).load()
    }
}
