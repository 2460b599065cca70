/// What the containers that mail programs write around quotes and signatures are known by: their classes and ids.
enum HTMLContainer {
    case quote
    /// A quote in which the words of the other stand in a `blockquote` of their own, where there is one: what stands
    /// beside that is an introduction or an answer.
    case looseQuote
    case attribution
    case header
    case signature

    init?(_ tag: HTMLTag, in html: OctetSpan) {
        let isQuote = tag.name == .quote
        let found = tag.firstContainer { attribute in
            switch attribute.name {
            case .type: isQuote && html.starts(withWord: "cite", attribute.value) ? .quote : nil
            case .style: tag.name == .block && Self.isHeaderBorder(html, attribute.value) ? .header : nil
            case .label: Self.known(html, attribute.value, isQuote: isQuote)
            default: nil
            }
        }
        guard let found else { return nil }
        self = found
    }

    /// Outlook draws a line above the header fields of the message that it quotes, three points away from them.
    private static func isHeaderBorder(_ html: OctetSpan, _ value: Range<Int>) -> Bool {
        let style = HTMLStyle(range: value)
        return style.sets("border-top", to: "solid", in: html) && style.sets("padding", to: "3", in: html)
    }

    private static func known(_ html: OctetSpan, _ value: Range<Int>, isQuote: Bool) -> Self? {
        var end = value.lowerBound
        while end < value.upperBound {
            let start = end
            while end < value.upperBound, !html[end].isWhiteSpace { end += 1 }
            if end > start, end - start <= 64, let found = kind(html, start..<end) {
                return isQuote && found == .looseQuote ? .quote : found
            }
            end += 1
        }
        return nil
    }

    private static func kind(_ html: OctetSpan, _ token: Range<Int>) -> Self? {
        kinds[HTMLName.folded(html, name(html, token))] ?? rewritten(html, token)
    }

    /// Without the number at the end, and without what mail programs put before the classes of mail that they quote
    /// (`ecx`, `x_`).
    private static func name(_ html: OctetSpan, _ token: Range<Int>) -> Range<Int> {
        var rest = token
        if html.starts(withWord: "ecx", rest) { rest = rest.dropFirst(3) }
        while html.starts(withWord: "x_", rest) { rest = rest.dropFirst(2) }
        guard let digit = rest.first(where: { html[$0].isDigit }) else { return rest }
        rest = rest.lowerBound..<digit
        while let last = rest.last, html[last] == UInt8.ascii("_") || html[last] == UInt8.ascii("-") {
            rest = rest.dropLast()
        }
        return rest
    }

    /// Yahoo puts letters and digits of chance before its classes.
    private static func rewritten(_ html: OctetSpan, _ token: Range<Int>) -> Self? {
        guard html.starts(withWord: "ydp", token) else { return nil }
        if html.contains(word: "yahoo_quoted", token) { return .looseQuote }
        return html.contains(word: "signature", token) ? .signature : nil
    }

    private static let kinds = HTMLNames<Self>([
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
    ])
}
