/// `Fwd:` and its kin at the beginning of a subject, as mail programs put it in their languages.
enum ForwardSubject {
    static func matches(_ subject: String) -> Bool {
        guard let colon = subject.utf8.prefix(24).firstIndex(of: UInt8(ascii: ":")) else { return false }
        return prefixes.contains(Word.phrase(String(subject[..<colon])))
    }

    private static let prefixes = Word.keys(
        "fw fwd wg tr rv i enc pd vb vs vl vd fs trs redir videresend doorst továbbítás továbbított πρθ ilt i̇lt İLT",
        "weitergeleitet reenviado encaminhado inoltro 转发 轉寄 転送 הועבר"
    )
}
