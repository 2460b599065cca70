import ConfigurationFiles
import Foundation
import Scoring

/// The learned weights of a data folder: `weights/intents.yaml` is in force, and every version that ever was stands in
/// `weights/versions`, numbered from 1.
struct WeightsFolder: Sendable {
    let path: String

    init(data: String) {
        path = "\(data)/weights"
    }

    /// A version in the order of its making.
    struct Version: Hashable {
        var number: Int
        var file: WeightsFile
    }

    var currentPath: String {
        "\(path)/intents.yaml"
    }

    /// The weights in force; nil where nothing was learned yet.
    /// - Throws: `WeightsFileError`, with file and line, where the file was edited to something that cannot be used.
    func current() throws -> WeightsFile? {
        try read(currentPath)
    }

    /// Puts weights in force and keeps them as the next version. A file edited by hand is kept as a version first.
    @discardableResult
    func save(_ file: WeightsFile) throws -> Int {
        try FileManager.default.createDirectory(atPath: "\(path)/versions", withIntermediateDirectories: true)
        try keepEdits()
        let number = (try numbers().last ?? 0) + 1
        let text = Data(file.text.utf8)
        try text.write(to: URL(filePath: place(of: number)), options: .atomic)
        try text.write(to: URL(filePath: currentPath), options: .atomic)
        return number
    }

    /// Every version, oldest first.
    func versions() throws -> [Version] {
        try numbers().compactMap { number in
            try read(place(of: number)).map { Version(number: number, file: $0) }
        }
    }

    /// Puts a version in force again, as a new version that is held, so that it is not learned over at once.
    func restore(_ number: Int) throws -> Int {
        guard var file = try read(place(of: number)) else {
            let known = try numbers()
            let range = known.isEmpty ? "there are none yet" : "there are \(known[0]) to \(known[known.count - 1])"
            throw CommandFailure("There is no version \(number) in \(path)/versions: \(range).")
        }
        file.isHeld = true
        file.note = "version \(number) restored: \(file.note)"
        return try save(file)
    }

    private func keepEdits() throws {
        guard let text = FileManager.default.contents(atPath: currentPath) else { return }
        let numbers = try numbers()
        if let last = numbers.last, FileManager.default.contents(atPath: place(of: last)) == text { return }
        try text.write(to: URL(filePath: place(of: (numbers.last ?? 0) + 1)), options: .atomic)
    }

    private func numbers() throws -> [Int] {
        guard FileManager.default.fileExists(atPath: "\(path)/versions") else { return [] }
        return try FileManager.default.contentsOfDirectory(atPath: "\(path)/versions")
            .compactMap { $0.hasSuffix(".yaml") ? Int($0.dropLast(5)) : nil }
            .sorted()
    }

    private func place(of number: Int) -> String {
        let digits = String(number)
        return "\(path)/versions/\(String(repeating: "0", count: max(0, 6 - digits.count)))\(digits).yaml"
    }

    private func read(_ place: String) throws -> WeightsFile? {
        guard let data = FileManager.default.contents(atPath: place) else { return nil }
        let text = String(decoding: data, as: UTF8.self)
        return try WeightsFile.read(ConfigurationFile(path: place, text: text))
    }
}
