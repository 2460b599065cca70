/// What the containers that mail programs write around quotes and signatures are known by: their classes and ids.
enum HTMLContainer {
    case quote
    /// A quote in which the words of the other stand in a `blockquote` of their own, where there is one: what stands
    /// beside that is an introduction or an answer.
    case looseQuote
    case attribution
    case header
    case signature

    init?(_ tag: HTMLTag) {
        let isQuote = tag.name == .quote
        let found = tag.marks.lazy.compactMap { mark -> Self? in
            switch mark {
            case .type(let value): isQuote && value.starts(withWord: "cite") ? .quote : nil
            case .style(let value): Self.isHeaderBorder(value, of: tag.name) ? .header : nil
            case .name(let value): Self.known(in: value, isQuote: isQuote)
            }
        }.first
        guard let found else { return nil }
        self = found
    }

    /// Whether a `blockquote` only indents: web mailers offer it as a button, and people use it for their own words.
    static func isIndent(_ tag: HTMLTag) -> Bool {
        tag.marks.contains { mark in
            guard case .style(let value) = mark else { return false }
            let style = value.filter { !$0.isWhiteSpace }[...]
            return style.contains(word: "border:none") || style.contains(word: "border:0")
                || style.contains(word: "border-width:0")
        }
    }

    /// Outlook draws a line above the header fields of the message that it quotes, three points away from them.
    private static func isHeaderBorder(_ style: Octets, of name: HTMLElement) -> Bool {
        guard name == .block, style.contains(word: "border-top") else { return false }
        let bare = style.filter { !$0.isWhiteSpace }[...]
        return bare.contains(word: "border-top:solid") && bare.contains(word: "padding:3")
    }

    private static func known(in value: Octets, isQuote: Bool) -> Self? {
        for token in value.split(whereSeparator: \.isWhiteSpace) where token.count <= 64 {
            guard let found = kinds[name(token)] ?? rewritten(token) else { continue }
            return isQuote && found == .looseQuote ? .quote : found
        }
        return nil
    }

    /// In lower case, without the number at the end, and without what mail programs put before the classes of mail
    /// that they quote (`ecx`, `x_`).
    private static func name(_ token: Octets) -> String {
        var rest = token
        if rest.starts(withWord: "ecx") { rest = rest.dropFirst(3) }
        while rest.starts(withWord: "x_") { rest = rest.dropFirst(2) }
        var bare = rest.prefix { !$0.isDigit }
        guard bare.count < rest.count else { return String(token: bare) }
        while bare.last == UInt8.ascii("_") || bare.last == UInt8.ascii("-") { bare.removeLast() }
        return String(token: bare)
    }

    /// Yahoo puts letters and digits of chance before its classes.
    private static func rewritten(_ token: Octets) -> Self? {
        guard token.starts(withWord: "ydp") else { return nil }
        if token.contains(word: "yahoo_quoted") { return .looseQuote }
        return token.contains(word: "signature") ? .signature : nil
    }

    private static let kinds: [String: Self] = {
        var table: [String: Self] = [:]
        let groups: [(Self, String)] = [
            (.looseQuote, "gmail_quote gmail_quote_container yahoo_quoted protonmail_quote tutanota_quote zmail_extra"),
            (.looseQuote, "moz-forward-container missive_quote front-blockquote skiff_quote hey_quote mailbird_quote"),
            (.quote, "olk_src_body_section mail-editor-reference-message-container isreplycontent aolmsgpart qmbox"),
            (.quote, "messagereplysection __quoted_text__ history_container quoted-content bloop_original_html quote"),
            (.quote, "ms-outlook-mobile-reference-message gmx_quote cite"),
            (
                .attribution,
                "gmail_attr moz-cite-prefix reply-intro airmail_on yahoo-quoted-begin tutanota_quote_header"
            ),
            (.header, "divrplyfwdmsg outlookmessageheader __headers__ x_divrplyfwdmsg moz-email-headers-table"),
            (.signature, "gmail_signature gmail_signature_prefix moz-signature signature applemailsignature"),
            (.signature, "protonmail_signature_block ymail_android_signature bloop_sign messagesignaturesection"),
            (.signature, "ms-outlook-mobile-signature yahoo-signature yahoo_signature mail-signature mobile-signature"),
            (
                .signature,
                "-x-evo-signature -x-evo-signature-wrapper tutanota_signature zimbra_signature sig __sig_pre__"
            ),
        ]
        for (kind, names) in groups {
            for name in names.split(separator: " ") { table[String(name)] = kind }
        }
        return table
    }()
}
