import MIME
import Model
import Testing

@testable import Reading

/// Quotes and signatures as the containers of mail programs mark them, in languages whose words nobody knows.
struct HTMLNewTextTests {
    private func read(_ html: String, plain: String? = nil) -> NewText {
        var mail = "From: ann@example.org\nMIME-Version: 1.0\n"
        let part = "Content-Type: text/html; charset=utf-8\n\n\(html)\n"
        if let plain {
            mail += "Content-Type: multipart/alternative; boundary=b\n\n--b\n"
            mail += "Content-Type: text/plain; charset=utf-8\n\n\(plain)\n--b\n\(part)--b--\n"
        } else {
            mail += part
        }
        let message = MessageToRead(ParsedMessage(parsing: Array(mail.utf8)), size: mail.utf8.count)
        return NewText.extract(from: message.content.text, structured: message.structuredText)
    }

    @Test(
        "what a container marks is a quote, whatever its words",
        arguments: [
            // Gmail, old and new
            "<div dir=ltr>My answer.</div><br><div class=\"gmail_quote gmail_quote_container\"><div dir=ltr class=gmail_attr>Ni blub Ann:<br></div><blockquote class=gmail_quote style=\"border-left:1px solid\">Words</blockquote></div>",
            "<div>My answer.<div class=gmail_extra><br><div class=gmail_quote>Ni blub Ann:<br><blockquote class=gmail_quote>Words</blockquote></div></div></div>",
            // Apple Mail
            "<html><body>My answer.<br><div><br><blockquote type=cite><div>Ni blub Ann:</div><br><div>Words</div></blockquote></div></body></html>",
            // Yahoo
            "<div>My answer.</div><div id=yahoo_quoted_123 class=yahoo_quoted><div>Ni blub</div><div>Words</div></div>",
            "<div>My answer.</div><div id=ydp1a2b3c4yahoo_quoted_123 class=ydp1a2b3c4yahoo_quoted><div>Ni blub</div><div>Words</div></div>",
            // Outlook
            "<div>My answer.</div><hr style=\"width:98%\"><div id=divRplyFwdMsg dir=ltr><b>Ni:</b> Ann<br><b>Blub:</b> 3<br></div><div>Words</div>",
            "<p class=MsoNormal>My answer.</p><div><div style='border:none;border-top:solid #E1E1E1 1.0pt;padding:3.0pt 0cm 0cm 0cm'><p class=MsoNormal><b>Ni:</b> Ann<br><b>Blub:</b> 3</p></div></div><p>Words</p>",
            "<div>My answer.</div><div class=OutlookMessageHeader><hr><font><b>Ni:</b> Ann<br><b>Blub:</b> 3</font></div><div>Words</div>",
            "<div>My answer.</div><span id=OLK_SRC_BODY_SECTION><div>Ni: Ann</div><div>Words</div></span>",
            "<div>My answer.</div><div id=mail-editor-reference-message-container><div>Ni: Ann</div><div>Words</div></div>",
            // Thunderbird, Roundcube
            "My answer.<br><div class=moz-cite-prefix>Ni blub Ann<br></div><blockquote type=cite cite=\"mid:1\">Words</blockquote>",
            "<p>My answer.</p><p id=reply-intro>Ni blub Ann</p><blockquote type=cite>Words</blockquote>",
            // Proton, Tutanota, Zoho, Zimbra, Fastmail, GMX, mail.ru, QQ, NetEase, Spark, Missive, Front, AOL, Windows Live
            "<div>My answer.</div><div class=protonmail_quote>Ni blub Ann<br><br><blockquote class=protonmail_quote type=cite>Words</blockquote></div>",
            "<div>My answer.</div><div class=tutanota_quote_header>Ni blub</div><blockquote class=tutanota_quote>Words</blockquote>",
            "<div>My answer.</div><div class=zmail_extra><div>Ni blub</div><div>Words</div></div>",
            "<div>My answer.</div><hr id=zwchr data-marker=__DIVIDER__><div data-marker=__HEADERS__><b>Ni: </b>Ann<br><b>Blub: </b>3<br></div><div data-marker=__QUOTED_TEXT__>Words</div>",
            "<div>My answer.</div><div>&nbsp;</div><blockquote type=cite id=qt>Words</blockquote>",
            "<div>My answer.</div><div name=quote style=\"margin:10px\"><div><b>Ni:</b> Ann</div><div name=quoted-content>Words</div></div>",
            "<p>My answer.</p><blockquote style=\"border-left:1px solid #0857A6;margin:10px\">Words</blockquote>",
            "<div>My answer.</div><div class=qmbox>Words</div>",
            "<div>My answer.</div><div id=isReplyContent>Words</div>",
            "<div>My answer.</div><div name=messageReplySection>Ni blub<br>Words</div>",
            "<div>My answer.</div><div class=missive_quote>Words</div>",
            "<div>My answer.</div><blockquote class=front-blockquote>Words</blockquote>",
            "<div>My answer.</div><div id=AOLMsgPart_0_4d68a632>Words</div>",
            "<div>My answer.</div><div class=ecxgmail_quote>Ni blub<blockquote class=ecxgmail_quote>Words</blockquote></div>",
            "<div>My answer.</div><div class=x_gmail_quote>Words</div>",
        ]
    )
    func quotes(html: String) {
        let newText = read(html)
        #expect(newText.text == "My answer.")
        #expect(newText.shape == .replyAbove)
        #expect(read(html, plain: "My answer.\n\nNi blub\nWords").text == "My answer.")
    }

    @Test(
        "what a container marks is a signature",
        arguments: [
            "<div class=gmail_signature data-smartmail=gmail_signature>Ann<br>Shop</div>",
            "<div class=moz-signature>Ann</div>",
            "<div id=Signature><p>Ann</p></div>", "<div id=AppleMailSignature dir=ltr>Ann</div>",
            "<div class=\"protonmail_signature_block protonmail_signature_block-proton\">Ann</div>",
            "<div id=ymail_android_signature>Ann</div>", "<div id=sig123456><div class=signature>Ann</div></div>",
            "<div id=ms-outlook-mobile-signature>Ann</div>", "<div id=bloop_sign_1234 class=bloop_sign>Ann</div>",
            "<div name=messageSignatureSection>Ann</div>", "<div class=ydp9d8c7b6signature>Ann</div>",
        ]
    )
    func signatures(html: String) {
        let newText = read("<div>My answer.</div><br>" + html)
        #expect(newText.text == "My answer." && newText.signature.hasPrefix("Ann"))
    }

    @Test("answers between the pieces of a quote stay, with what they answer")
    func interleaved() {
        let newText = read(
            """
            <div class="gmail_quote"><div class="gmail_attr">Ni blub Ann:</div>
            <blockquote class="gmail_quote"><p>Which size?</p></blockquote><div>Large.</div>
            <blockquote class="gmail_quote"><p>Which colour?</p></blockquote><div>Blue.</div></div>
            """
        )
        #expect(newText.text == "Large.\n\nBlue.")
        #expect(newText.shape == .interleaved)
        #expect(newText.answers.map(\.quoted) == ["Which size?", "Which colour?"])
    }

    @Test("a message that is passed on is a forward, own words above it stay")
    func forward() {
        let quote =
            "<div class=gmail_quote><div class=gmail_attr>---------- Forwarded message ---------<br>From: Ann</div>Words</div>"
        let newText = read("<div>Please look.</div>" + quote)
        #expect(newText.text == "Please look." && newText.shape == .forward && newText.passedOn.hasSuffix("Words"))
        #expect(read(quote).text.isEmpty && read(quote).shape == .forward)
    }

    @Test(
        "own words stay, with their order, lists and links",
        arguments: [
            (
                "<p>Dear shop,</p><ol><li>a lamp</li><li>a <a href=\"https://example.org/c\">chair</a></li></ol><p>Ann</p>",
                "Dear shop,\n\n1. a lamp\n2. a chair (https://example.org/c)\n\nAnn"
            ),
            (
                "<div>See:</div><blockquote style=\"margin:0 0 0 40px;border:none;padding:0px\"><div>my order 12</div></blockquote><div>Ann</div>",
                "See:\n\nmy order 12\n\nAnn"
            ),
            (
                "<div style='border-top:solid 1pt'>A line above</div><div class=signature-request>Please sign</div>",
                "A line above\nPlease sign"
            ),
            (
                "<div>One</div><hr><div>Two is a sentence of mine.</div>",
                "One\n________________________________\nTwo is a sentence of mine."
            ),
            (
                "<div id=divRplyFwdMsg>My words stand in a container of Outlook</div>",
                "My words stand in a container of Outlook"
            ),
        ]
    )
    func ownWords(html: String, expected: String) {
        #expect(read(html).text == expected)
    }

    @Test("HTML that marks nothing, or holds much less, leaves the plain text to be read")
    func untrusted() {
        let plain = "My answer is long, and it says many things.\n\n> Words"
        #expect(read("<p>Something else</p>", plain: plain).text == "My answer is long, and it says many things.")
        #expect(read("<blockquote type=cite>a</blockquote>", plain: plain).text.hasPrefix("My answer is long"))
    }
}
