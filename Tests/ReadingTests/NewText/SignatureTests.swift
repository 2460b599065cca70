import Testing

@testable import Reading

struct SignatureTests {
    @Test(
        "what phones and mail programs add is taken off",
        arguments: [
            "Sent from my iPhone", "Sent from my iPad", "Sent from my Samsung Galaxy smartphone.",
            "Sent from Outlook for iOS",
            "Sent from Mail for Windows 10",
            "Sent from Mail<https://go.microsoft.com/fwlink/?LinkId=550986> for Windows",
            "Sent from Yahoo Mail on Android", "Sent from my Wiko RIDGE FAB 4G", "Sent via mobile device",
            "Sent from a phone",
            "Sent from my Android device with K-9 Mail. Please excuse my brevity.",
            "Sent with Proton Mail secure email.",
            "*Sent from my iPhone*", "(Sent from my phone)",
            "Sent from [Proton Mail](https://proton.me/mail/home) for iOS",
            "Get Outlook for iOS<https://aka.ms/o0ukef>", "Get Outlook for Android",
            "Outlook für Android herunterladen",
            "Holen Sie sich Outlook für iOS", "Téléchargez Outlook pour Android", "Obtener Outlook para iOS",
            "Scarica Outlook per iOS", "Outlook voor Android downloaden", "Hent Outlook til iOS",
            "Von meinem iPhone gesendet", "Von meinem Samsung Galaxy Smartphone gesendet.",
            "Gesendet von Mail für Windows",
            "Gesendet mit der GMX Mail App", "Gesendet von Outlook für Android<https://aka.ms/AAb9ysg>",
            "Diese Nachricht wurde von meinem Android Mobiltelefon mit WEB.DE Mail gesendet.",
            "Envoyé de mon iPhone", "Envoyé depuis mon appareil mobile Samsung.", "Envoyé à partir de Outlook pour iOS",
            "Enviado desde mi iPhone", "Enviado desde Yahoo Mail para Android", "Enviado do meu iPhone",
            "Enviado a partir do Outlook para Android", "Inviato da iPhone", "Inviato dal mio telefono Huawei",
            "Verstuurd vanaf mijn iPhone", "Verzonden vanuit Outlook voor iOS", "Sendt fra min iPhone",
            "Skickat från min iPhone", "Skickades från E-post för Windows", "Lähetetty iPhonesta",
            "Lähetetty laitteesta iPhone",
            "Wysłane z iPhone'a", "Wysłano z telefonu Samsung Galaxy", "Odesláno z iPhonu", "Odoslané z iPhonu",
            "Elküldve az iPhone-omról", "Trimis de pe iPhone-ul meu", "Отправлено с iPhone",
            "Отправлено из мобильной Почты Mail.ru",
            "Надіслано з iPhone", "Изпратено от моя iPhone", "Στάλθηκε από το iPhone μου", "iPhone'umdan gönderildi",
            "Poslano s mojeg iPhonea", "Dikirim dari iPhone saya", "Gửi từ iPhone của tôi", "נשלח מה-iPhone שלי",
            "أرسلت من الـ iPhone", "iPhoneから送信", "发自我的 iPhone", "從我的 iPhone 傳送", "나의 iPhone에서 보냄",
        ]
    )
    func mobile(line: String) {
        let newText = NewText.extract(from: "My answer.\n\n\(line)")
        #expect(newText.text == "My answer.")
        #expect(newText.signature == line)
        #expect(NewText.extract(from: "My answer.\n\n\(line)\n\n> quote").text == "My answer.")
    }

    @Test(
        "a signature below a delimiter or a rule is taken off",
        arguments: [
            "-- \nAnn Smith\nShop Ltd.", "--\nAnn Smith", "—\nAnn Smith", "__\nAnn Smith",
            "-- \nAnn Smith\n\nThis text says a lot about us. It is long, and it says it twice.",
            "----------------\n\nAnn Smith\n\nShop Ltd.\n\nt. 030 1234567\n\nhttps://example.org",
            "_________________\nAnn Smith\nSales Manager\nPhone: +49 30 1234567",
            "—————\nAnn Smith\nProduct Manager\n📧 ann@example.org\n📱 +1 555 0123",
            "_______________________________________________\nlist mailing list\nlist@example.org\nhttps://lists.example.org/list",
            "---\nReply to this email directly or view it on GitHub:\nhttps://example.org/issues/29",
            "-Ann Smith", "– Ann", "Kind regards,\nAnn Smith", "Thank you,\nAnn",
            "Mit freundlichen Grüßen\n\nAnn Schmidt",
            "MfG\nAnn", "Cordialement,\nAnn Dupont", "Un saludo,\nAnn García", "Hilsen\nSøren",
            "Z poważaniem,\nJan Kowalski",
            "Best regards,\nAnn Smith\nSales Manager | Shop Ltd.\nTel. +49 30 1234567\nwww.example.org",
            "-- \nAnn\n\nSent from my iPhone", "С уважением,\nИван Петров",
        ]
    )
    func signatures(signature: String) {
        #expect(
            NewText.extract(from: "Hello,\n\nmy answer is long.\n\n\(signature)").text == "Hello,\n\nmy answer is long."
        )
    }

    @Test(
        "legal notes, pleas and seals are taken off",
        arguments: [
            "This e-mail and any attachments are confidential and intended solely for the addressee. If you are not the intended recipient, please delete it.",
            "CONFIDENTIALITY NOTICE: The information in this message is privileged and confidential. Any unauthorized disclosure is prohibited.",
            "Diese E-Mail enthält vertrauliche und rechtlich geschützte Informationen. Wenn Sie nicht der richtige Adressat sind oder diese E-Mail irrtümlich erhalten haben, informieren Sie bitte den Absender und vernichten Sie diese Mail.",
            "Ce message et ses pièces jointes sont confidentiels et établis à l'intention exclusive de leurs destinataires. Toute divulgation est interdite sans accord ; si vous recevez ce message par erreur, merci de le détruire.",
            "Este mensaje es confidencial y va dirigido exclusivamente a su destinatario. Si usted lo recibe por error, le rogamos eliminarlo; su divulgación está prohibida por la ley.",
            "Please consider the environment before printing this email.",
            "Bitte denken Sie an die Umwelt, bevor Sie diese Mail ausdrucken.",
            "Virus-free. www.avast.com",
            "Diese E-Mail wurde von Avast Antivirus-Software auf Viren geprüft.\nwww.avast.com",
            "You received this message because you are subscribed to the group.\nTo unsubscribe write to list@example.org.",
        ]
    )
    func notes(note: String) {
        #expect(NewText.extract(from: "My answer.\n\n\(note)").text == "My answer.")
        #expect(NewText.extract(from: "My answer.\n\nSent from my iPhone\n\n\(note)\n\n> quote").text == "My answer.")
    }

    @Test("above a quote a closing and a name stay, a block of contacts does not")
    func closingAboveQuote() {
        let quote = "\n\nOn Tue, 3 Mar 2026 at 10:15, Ann <ann@example.org> wrote:\n> Hello"
        #expect(NewText.extract(from: "Fine.\n\nThanks,\nAlex" + quote).text == "Fine.\n\nThanks,\nAlex")
        let block = "\nShop Ltd.\nTel. 030 1234567\nalex@example.org"
        let newText = NewText.extract(from: "Fine.\n\nThanks,\nAlex" + block + quote)
        #expect(newText.text.hasPrefix("Fine.\n\nThanks,\nAlex"))
        #expect(!newText.text.contains("1234567") && newText.signature.contains("1234567"))
    }

    @Test(
        "what only looks like a signature stays",
        arguments: [
            "Von meinem Konto wurde zweimal abgebucht.", "Sent by DHL three weeks ago.",
            "It was sent from my phone shop.",
            "Von meinem Handy habe ich das Foto gesendet", "Gesendet habe ich das Handy am Montag", "Thanks!",
            "Thank you,\nAnn",
            "Danke\nAnn", "The code is -- see below -- 12", "Shopping:\n-Milk\n-Bread", "My list:\n- one\n- Two",
            "Please call me:\n\nAnn Smith\n030 1234567\nann@example.org",
            "My new address:\n\nAnn Smith\n1 Long Road\nTown",
            "One\n---\nTwo is what I meant to say, and it is a sentence.",
            "This email is confidential, please do not tell my husband: it is a gift.",
            "There is a virus on my computer since I opened your file.", "The lamp is dark.\n\nWhat now, Ann?",
            "Thanks,\n\nbut where is my order? I have waited for two weeks.", "Best,\nI think, would be a refund.",
            "I printed the label, the environment thanks you.", "Get well soon.", "- Ann\n- Bob\n- Carl",
        ]
    )
    func traps(text: String) {
        #expect(NewText.extract(from: text).text == text)
    }
}
