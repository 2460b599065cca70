import Foundation

/// The demo's Maildir: the mails of `seeds/inbox`, delivered once.
struct SampleInbox {
    let root: String
    let data: DataFolder

    /// Copies what is not there yet. File names carry the order, and the file times make them look freshly delivered.
    func fill() throws {
        let seeds = "\(root)/seeds/inbox"
        guard let names = try? FileManager.default.contentsOfDirectory(atPath: seeds) else {
            throw CommandFailure("\(seeds) is missing: run the demo from the folder of Wavelength, or give --root.")
        }
        for part in ["new", "cur", "tmp"] {
            try FileManager.default.createDirectory(
                atPath: "\(data.path)/inbox/\(part)",
                withIntermediateDirectories: true
            )
        }
        for name in names.sorted() where name.hasSuffix(".eml") {
            let target = "\(data.path)/inbox/new/\(name)"
            guard !FileManager.default.fileExists(atPath: target) else { continue }
            try FileManager.default.copyItem(atPath: "\(seeds)/\(name)", toPath: target)
        }
    }
}
