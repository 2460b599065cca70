enum HTMLCharset {
    /// What an HTML document declares for itself counts where the part's header says nothing of use.
    static func label(of octets: Octets, declared label: String?) -> String? {
        if let label, Charset.canonical(label) != "us-ascii" { return label }
        return declared(octets) ?? label
    }

    /// The charset in the first kilobyte of a document.
    private static func declared(_ octets: Octets) -> String? {
        let head = octets.prefix(1024)
        var start = head.startIndex
        while let index = head[start...].firstIndex(where: { $0 | 0x20 == UInt8.ascii("c") }) {
            start = index + 1
            guard head[index...].starts(withWord: "charset=") else { continue }
            let name = head[(index + 8)...].drop { "\"' ".utf8.contains($0) }
            return String(
                token: name.prefix { $0.isLetter || $0.isDigit || $0 == UInt8.ascii("-") || $0 == UInt8.ascii("_") }
            )
        }
        return nil
    }
}
