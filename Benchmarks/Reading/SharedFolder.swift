import Foundation

/// Public collections beside the project, on machines that have them: `WAVELENGTH_SHARED`, else `../shared`.
enum SharedFolder {
    static let path: String? = {
        let files = FileManager.default
        let beside = URL(filePath: files.currentDirectoryPath).deletingLastPathComponent().appending(path: "shared")
            .path
        let path = ProcessInfo.processInfo.environment["WAVELENGTH_SHARED"] ?? beside
        return files.fileExists(atPath: "\(path)/data") ? path : nil
    }()
}
