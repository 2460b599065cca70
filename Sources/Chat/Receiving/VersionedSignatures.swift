import Crypto

/// The signatures of one Standard Webhook, by version: `v1,base64` and `v1a,base64`.
struct VersionedSignatures {
    private var shared: [[UInt8]] = []
    private var asymmetric: [[UInt8]] = []

    /// Entries after so many are not looked at.
    private static let most = 16
    /// Each of these costs a walk over the body for every key, so that a forger could have much hashed for little.
    private static let mostAsymmetric = 4

    init(_ entries: [Substring]) {
        for entry in entries.prefix(Self.most) {
            // By octets, and no long version: comparing text may cost far more than its length.
            let parts = entry.utf8.split(separator: UInt8(ascii: ","), maxSplits: 1).map(Substring.init)
            guard parts.count == 2, parts[0].utf8.count <= 3, let octets = try? [UInt8](signature: parts[1]) else {
                continue
            }
            switch parts[0] {
            case "v1": shared.append(octets)
            case "v1a" where asymmetric.count < Self.mostAsymmetric: asymmetric.append(octets)
            default: continue
            }
        }
    }

    var isEmpty: Bool { shared.isEmpty && asymmetric.isEmpty }

    /// Whether one of them is the key's. What is signed is hashed once for a shared key, however many there are.
    func contain(_ key: WebhookKey, of pieces: [[UInt8]]) -> Bool {
        switch key {
        case .shared(let secret):
            guard !shared.isEmpty else { return false }
            let code = secret.code(of: pieces, by: SHA256.self)
            return shared.contains { code == $0 }
        case .asymmetric(let key):
            guard !asymmetric.isEmpty else { return false }
            let content = pieces.reduce(into: []) { $0 += $1 }
            return asymmetric.contains { key.isValidSignature($0, for: content) }
        }
    }
}
