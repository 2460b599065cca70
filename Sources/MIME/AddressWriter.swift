import Model

/// Writes one mailbox (RFC 5322 §3.4): the name quoted or encoded as it needs, the address never encoded.
enum AddressWriter {
    static func words(_ mailbox: MailAddress) -> [String] {
        let address = addressSpec(mailbox.address)
        let name = HeaderText.oneLine(mailbox.name ?? "")
        return name.isEmpty ? [address.contains(" ") ? "<\(address)>" : address] : phrase(name) + ["<\(address)>"]
    }

    private static func phrase(_ name: String) -> [String] {
        guard EncodedWordWriter.isPlain(name), name.utf8.count <= 60 else { return EncodedWordWriter.words(name) }
        if name.utf8.allSatisfy({ $0.isLetter || $0.isDigit || atomMarks.contains($0) }) {
            return name.split(separator: " ").map(String.init)
        }
        return ["\"" + name.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"") + "\""]
    }

    /// Atoms of RFC 5322 §3.2.3 and the space between them.
    private static let atomMarks = Set("!#$%&'*+-/=?^_`{|}~ ".utf8)

    /// Without anything that could end the address or the line; the domain in its ASCII form (RFC 5890 §2.3.2.1).
    /// A local part that is not ASCII is written as UTF-8, which only a relay with SMTPUTF8 takes (RFC 6531).
    private static func addressSpec(_ address: String) -> String {
        let marks: Set<Unicode.Scalar> = ["<", ">", ","]
        let isQuoted = address.hasPrefix("\"")
        let kept = address.unicodeScalars.filter { scalar in
            let isControl = scalar.value < 0x20 || scalar.value == 0x7F
            return !isControl && (isQuoted || (scalar != " " && !marks.contains(scalar)))
        }
        let text = String(String.UnicodeScalarView(kept))
        guard let at = text.lastIndex(of: "@") else { return text }
        let domain = text[text.index(after: at)...].filter { $0 != "<" && $0 != ">" && $0 != "," && $0 != " " }
        return text[...at] + DomainName.ascii(domain)
    }
}
