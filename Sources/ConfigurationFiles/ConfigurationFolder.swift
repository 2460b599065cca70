import Foundation

/// The root folder on disk: the one place of this module that reads files.
package struct ConfigurationFolder: Sendable {
    private let directories: Directories
    private let settingsPath: String

    /// - Parameter settingsPath: relative to the root; the demo has its own.
    package init(_ directories: Directories, settingsPath: String = LoadedConfiguration.settingsPath) {
        self.directories = directories
        self.settingsPath = settingsPath
    }

    /// Reads every file anew. Files that cannot be read are problems, not errors.
    ///
    /// - Parameter edited: files that take the place of those with the same path, or come in beside them.
    package func load(with edited: [ConfigurationFile] = []) -> LoadedConfiguration {
        var files = edited
        var problems: [Problem] = []
        for path in paths where !edited.contains(where: { $0.path == path }) {
            switch read(path) {
            case .success(let text): files.append(ConfigurationFile(path: path, text: text))
            case .failure(let unreadable):
                let severity: Problem.Severity =
                    Self.optional.contains(path) && unreadable.isMissing ? .warning : .error
                problems.append(Problem(severity, file: path, line: 0, message: unreadable.reason))
            }
        }
        return LoadedConfiguration(
            files: files,
            settingsPath: settingsPath,
            directories: directories,
            unreadable: problems
        )
    }

    /// The state of every file that `load` reads, to be compared with a later one. Costs a look at each, not its text.
    /// - Parameter others: files beside them, by absolute paths.
    package func stamps(and others: [String] = []) -> [FileStamp] {
        (paths.map(directories.inRoot) + others).compactMap { path in
            var status = stat()
            guard stat(path, &status) == 0 else { return nil }
            return FileStamp(
                path: path,
                size: Int64(status.st_size),
                modified: Int64(status.st_mtim.tv_sec) * 1_000_000_000 + Int64(status.st_mtim.tv_nsec),
                number: UInt64(status.st_ino)
            )
        }
    }

    /// The template files at or below some paths, which are absolute or relative to the root.
    package func templates(below places: [String]) -> [ConfigurationFile] {
        let wanted = places.map { place in
            var path =
                place.hasPrefix(directories.root + "/") ? String(place.dropFirst(directories.root.count + 1)) : place
            while path.hasPrefix("./") { path.removeFirst(2) }
            while path.hasSuffix("/") { path.removeLast() }
            return path
        }
        return templatePaths.filter { path in wanted.contains { path == $0 || path.hasPrefix($0 + "/") } }
            .compactMap { path in
                guard case .success(let text) = read(path) else { return nil }
                return ConfigurationFile(path: path, text: text)
            }
    }

    private var paths: [String] {
        [settingsPath] + intentPaths + Self.optional + charterPaths + templatePaths
    }

    /// Without them less is read from a message, and everything else goes on.
    private static let optional = [
        LoadedConfiguration.asksPath, LoadedConfiguration.circumstancesPath, LoadedConfiguration.signalsPath,
    ]

    private struct Unreadable: Error {
        let reason: String
        var isMissing = false
    }

    private func read(_ path: String) -> Result<String, Unreadable> {
        let place = directories.inRoot(path)
        guard FileManager.default.fileExists(atPath: place) else {
            return .failure(
                Unreadable(
                    reason: "there is no such file under \(directories.root): see docs/configuration.md",
                    isMissing: true
                )
            )
        }
        guard let bytes = FileManager.default.contents(atPath: place) else {
            return .failure(Unreadable(reason: "the file cannot be read: look at its owner and mode"))
        }
        guard let text = String(validating: bytes, as: UTF8.self) else {
            return .failure(Unreadable(reason: "the file is not UTF-8: save it as UTF-8"))
        }
        return .success(text)
    }

    /// `config/intents/*.yaml`, sorted. Without any, the folder stands for them, so that its absence is told.
    private var intentPaths: [String] {
        let folder = LoadedConfiguration.intentsFolder
        let names = names(in: folder).filter { $0.hasSuffix(".yaml") }
        return names.isEmpty ? [folder] : names.map { folder + $0 }
    }

    /// `config/charter/*.yaml`, sorted; there may be none.
    private var charterPaths: [String] {
        let folder = LoadedConfiguration.charterFolder
        return names(in: folder).filter { $0.hasSuffix(".yaml") }.map { folder + $0 }
    }

    /// `templates/<language>/<name>.md` and `templates/<inbox>/<language>/<name>.md`, sorted.
    private var templatePaths: [String] {
        names(in: "templates").flatMap { first in
            let entries = names(in: "templates/\(first)").map { "templates/\(first)/\($0)" }
            let files = entries.filter { $0.hasSuffix(".md") }
            let folders = entries.filter { !$0.hasSuffix(".md") }
            return files
                + folders.flatMap { folder in
                    names(in: folder).filter { $0.hasSuffix(".md") }.map { "\(folder)/\($0)" }
                }
        }
    }

    private func names(in folder: String) -> [String] {
        let names = (try? FileManager.default.contentsOfDirectory(atPath: directories.inRoot(folder))) ?? []
        return names.filter { !$0.hasPrefix(".") }.sorted()
    }
}
