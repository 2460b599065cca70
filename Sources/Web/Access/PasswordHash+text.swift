import Foundation

extension PasswordHash {
    /// The form that the store keeps.
    package var text: String {
        let cost = "ln=\(cost.logarithm),r=\(cost.blockSize),p=\(cost.parallelism)"
        return "$scrypt$\(cost)$\(Self.encode(salt))$\(Self.encode(key))"
    }

    /// Reads `text` back; nil for anything else.
    package init?(text: String) {
        let parts = text.split(separator: "$", omittingEmptySubsequences: false)
        guard parts.count == 5, parts[0].isEmpty, parts[1] == "scrypt",
            let cost = Cost(text: parts[2]), cost.isBounded,
            let salt = Self.decode(parts[3]), let key = Self.decode(parts[4]), key.count == 32
        else { return nil }
        self.init(cost: cost, salt: salt, key: key)
    }

    private static func encode(_ bytes: [UInt8]) -> String {
        Data(bytes).base64EncodedString().trimmingCharacters(in: ["="])
    }

    private static func decode(_ text: Substring) -> [UInt8]? {
        let padding = String(repeating: "=", count: (4 - text.utf8.count % 4) % 4)
        return Data(base64Encoded: text + padding).map(Array.init)
    }
}

extension PasswordHash.Cost {
    init?(text: Substring) {
        let values = text.split(separator: ",").map { $0.split(separator: "=") }
        guard values.map(\.first) == ["ln", "r", "p"], values.allSatisfy({ $0.count == 2 }) else { return nil }
        let numbers = values.compactMap { Int($0[1]) }
        guard numbers.count == 3 else { return nil }
        self.init(logarithm: numbers[0], blockSize: numbers[1], parallelism: numbers[2])
    }
}
