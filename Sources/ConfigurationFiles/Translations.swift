import Foundation
import Yams

extension Section {
    /// A text by language, such as `{en: …, de: …}`; nil, with a problem, where it has none.
    func translations(_ key: String, _ advice: String) -> [String: String]? {
        required(key, advice).flatMap { translations(of: $0, key) }
    }

    func translations(of node: Node, _ key: String) -> [String: String]? {
        guard case .mapping(let mapping) = node, !mapping.isEmpty else {
            log.error(at: node, "“\(key)” should be texts by language, such as {en: …, de: …}")
            return nil
        }
        var texts: [String: String] = [:]
        for (language, value) in mapping {
            guard let code = language.text.flatMap(TextForm.language.read) else {
                log.error(at: language, "“\(language.text ?? "")” should be \(TextForm.language.description)")
                continue
            }
            guard let text = value.text?.trimmingCharacters(in: .whitespacesAndNewlines), !text.isEmpty else {
                log.error(at: value, "“\(key)” should be a text in \(code)")
                continue
            }
            texts[code] = text
        }
        return texts.isEmpty ? nil : texts
    }
}
