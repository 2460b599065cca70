import Foundation

/// Words that are right in a language, so that they are not taken for misspelt keywords: the lists of Debian's packages
/// `wamerican`, `wbritish`, `wngerman`, `wfrench` and `wspanish`, or those in the folder that `WAVELENGTH_WORDS` names.
/// Without a list nothing is mended to the hand-set keywords of that language.
enum WordLists {
    private static let folder = ProcessInfo.processInfo.environment["WAVELENGTH_WORDS"] ?? "/usr/share/dict"
    private static let names = [
        "en": ["american-english", "british-english"], "de": ["ngerman"], "fr": ["french"], "es": ["spanish"],
    ]

    /// By ISO 639 code, one word a line in UTF-8; only the lists that are there.
    static func installed() -> [String: [UInt8]] {
        var lists: [String: [UInt8]] = [:]
        for (language, files) in names {
            let texts = files.compactMap { FileManager.default.contents(atPath: "\(folder)/\($0)") }
            if !texts.isEmpty { lists[language] = texts.flatMap { [UInt8]($0) + [0x0A] } }
        }
        return lists
    }
}
