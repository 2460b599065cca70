import Foundation

/// Words that are right in a language, so that they are not taken for misspelt keywords: the lists of Debian's packages
/// `wamerican`, `wbritish`, `wngerman`, `wfrench` and `wspanish`, or those in the folder that `WAVELENGTH_WORDS` names.
/// Without a list nothing is mended to the hand-set keywords of that language.
enum WordLists {
    private static let folder = ProcessInfo.processInfo.environment["WAVELENGTH_WORDS"] ?? "/usr/share/dict"
    private static let names = [
        "en": ["american-english", "british-english"], "de": ["ngerman"], "fr": ["french"], "es": ["spanish"],
    ]

    /// Of a language by its ISO 639 code, one word a line in UTF-8; nil where there is no list.
    static func installed(_ language: String) -> [UInt8]? {
        let texts = (names[language] ?? []).compactMap { FileManager.default.contents(atPath: "\(folder)/\($0)") }
        guard !texts.isEmpty else { return nil }
        return texts.reduce(into: []) { list, text in
            list.append(contentsOf: text)
            // Its last line may have no end.
            list.append(UInt8(ascii: "\n"))
        }
    }
}
