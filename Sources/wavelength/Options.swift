import ArgumentParser
import Foundation
import Logging

/// Where the program finds what operators edit.
struct RootOptions: ParsableArguments {
    @Option(
        name: .long,
        help: """
            The folder with config/, templates/ and seeds/. Default: WAVELENGTH_ROOT, else the working directory.
            """
    )
    var root: String?

    var path: String {
        absolute(root ?? ProcessInfo.processInfo.environment["WAVELENGTH_ROOT"] ?? ".")
    }
}

/// Where the program keeps what it must not forget.
struct DataOptions: ParsableArguments {
    @Option(name: .long, help: "The folder for the store and the secret key. Default: WAVELENGTH_DATA, else ./data.")
    var data: String?

    var path: String {
        absolute(data ?? ProcessInfo.processInfo.environment["WAVELENGTH_DATA"] ?? "data")
    }
}

struct LogOptions: ParsableArguments {
    @Option(
        name: .long,
        help: "trace, debug, info, notice, warning, error or critical.",
        transform: level(named:)
    )
    var logLevel: Logger.Level = .info

    /// Lines on standard error: time, level, what, and metadata as key=value.
    func logger(_ label: String = "wavelength") -> Logger {
        var logger = Logger(label: label) { StreamLogHandler.standardError(label: $0) }
        logger.logLevel = logLevel
        return logger
    }
}

private func level(named name: String) throws -> Logger.Level {
    guard let level = Logger.Level(rawValue: name) else {
        let names = Logger.Level.allCases.map(\.rawValue).joined(separator: ", ")
        throw ValidationError("There is no level \(name). Levels: \(names).")
    }
    return level
}

private func absolute(_ path: String) -> String {
    path.hasPrefix("/") ? path : FileManager.default.currentDirectoryPath + "/" + path
}
