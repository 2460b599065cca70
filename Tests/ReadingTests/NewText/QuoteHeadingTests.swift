import Model
import Testing

@testable import Reading

struct QuoteHeadingTests {
    /// From, Sent, To, Subject as Outlook and others translate them.
    private static let fields: [(from: String, sent: String, to: String, subject: String)] = [
        ("From", "Sent", "To", "Subject"), ("Von", "Gesendet", "An", "Betreff"), ("De", "Envoyé", "À", "Objet"),
        ("De", "Enviado el", "Para", "Asunto"), ("De", "Enviada em", "Para", "Assunto"),
        ("Da", "Inviato", "A", "Oggetto"), ("Van", "Verzonden", "Aan", "Onderwerp"), ("Fra", "Sendt", "Til", "Emne"),
        ("Från", "Skickat", "Till", "Ämne"), ("Lähettäjä", "Lähetetty", "Vastaanottaja", "Aihe"),
        ("Od", "Wysłano", "Do", "Temat"), ("Od", "Odesláno", "Komu", "Předmět"), ("Od", "Odoslané", "Komu", "Predmet"),
        ("Feladó", "Elküldve", "Címzett", "Tárgy"), ("De la", "Trimis", "Către", "Subiect"),
        ("Kimden", "Gönderildi", "Kime", "Konu"), ("От", "Отправлено", "Кому", "Тема"),
        ("Від", "Надіслано", "Кому", "Тема"), ("От", "Изпратено", "До", "Относно"), ("Από", "Στάλθηκε", "Προς", "Θέμα"),
        ("Od", "Poslano", "Za", "Zadeva"), ("Šalje", "Poslano", "Prima", "Predmet"),
        ("Saatja", "Saadetud", "Kellele", "Teema"),
        ("Dari", "Dikirim", "Kepada", "Subjek"), ("Từ", "Đã gửi", "Tới", "Chủ đề"), ("จาก", "ส่ง", "ถึง", "เรื่อง"),
        ("מאת", "נשלח", "אל", "נושא"), ("من", "تاريخ الإرسال", "إلى", "الموضوع"),
        ("差出人", "送信日時", "宛先", "件名"), ("发件人", "发送时间", "收件人", "主题"), ("寄件者", "寄件日期", "收件者", "主旨"),
        ("보낸 사람", "보낸 날짜", "받는 사람", "제목"),
    ]

    @Test("a quote begins at its header fields in many languages", arguments: fields.indices)
    func outlook(index: Int) {
        let (from, sent, to, subject) = Self.fields[index]
        let quote =
            "\(from): Ann Smith <ann@example.org>\n\(sent): 3. 3. 2026 10:15\n\(to): Shop\n\(subject): RE: Order"
        for form in [quote, Self.bold(quote), Self.wide(quote), "________________________________\n" + quote] {
            let newText = NewText.extract(from: "My answer.\n\n\(form)\n\nThe words of the other.")
            #expect(newText.text == "My answer.")
        }
    }

    private static func bold(_ quote: String) -> String {
        quote.split(separator: "\n").map { line in
            "*" + line.replacing(":", with: ":*", maxReplacements: 1)
        }.joined(separator: "\n")
    }

    private static func wide(_ quote: String) -> String {
        quote.split(separator: "\n").map { $0.replacing(": ", with: " :\u{A0}", maxReplacements: 1) }
            .joined(separator: "\n\n")
    }

    @Test("a quote begins at header fields that stand on one line, in many languages", arguments: fields.indices)
    func oneLine(index: Int) {
        let (from, sent, to, subject) = Self.fields[index]
        let quote = "\(from): Ann Smith <ann@example.org> \(sent): 3. 3. 2026 10:15 \(to): Shop \(subject): RE: Order"
        let bold = quote.split(separator: " ").map { $0.hasSuffix(":") ? "*\($0)*" : "\($0)" }.joined(separator: " ")
        for form in [quote, bold, "________________________________\n" + quote] {
            let newText = NewText.extract(from: "My answer.\n\n\(form)\n\nThe words of the other.")
            #expect(newText.text == "My answer.")
        }
    }

    @Test(
        "a line that only looks like header fields is the writer's own",
        arguments: [
            "From: Berlin To: Paris Date: Friday Subject: trip",
            "From: Ann Smith To: Ben Jones please change the name on order 4711",
            "From: my old address. Subject to change: see below. To: my new one",
            "Sent: 3 March, Subject: the kettle, To: you",
        ]
    )
    func noFields(line: String) {
        let text = "Please note:\n\n\(line)\n\nThank you for your help with this."
        #expect(NewText.extract(from: text).text == text)
    }

    @Test(
        "a quote begins at the head that Lotus Notes writes",
        arguments: [
            "Ann Smith/Shop/DE\n03.03.2026 10:15\n\nTo\nsupport@example.org\ncc\n\nSubject\nRe: Order",
            "Ann Smith <ann@example.org>\n03/03/2026 10:15 AM\n\nTo\n\"Shop\" <shop@example.org>\ncc\n\nSubject\nOrder",
            "Ann Schmidt/Laden\n03.03.2026 10:15\n\nAn\nsupport@example.org\nKopie\n\nThema\nBestellung",
            "Ann Smith <ann@example.org>\n03/03/2026 10:15 AM",
            "\"Ann Smith\" <ann@example.org>\n2026-03-03 10:15",
        ]
    )
    func notes(heading: String) {
        #expect(NewText.extract(from: "My answer.\n\n\(heading)\n\nThe words of the other.").text == "My answer.")
    }

    @Test(
        "a name and a date are the writer's own",
        arguments: [
            "The parcel went to\n\nAnn Smith\n03.03.2026 10:15\n\nand nobody was at home.",
            "Delivery\n03.03.2026 10:15\n\nTo the door, please. I am at home all day.",
            "It says\n\nMessage-ID: <17@example.org>\nDate: Fri, 6 Mar 2026 10:15:00 +0100\n\nWhat does it mean?",
            "I ordered it.\n\nThe kettle leaks.\n03.03.2026 10:15 was when it came.\n\nWhat now?",
        ]
    )
    func ownDate(text: String) {
        #expect(NewText.extract(from: text).text == text)
    }

    @Test(
        "a quote begins at the rule that names it",
        arguments: [
            "-----Original Message-----", "----- Original Message -----", "--Original Message--",
            "-----Original Appointment-----",
            "-----Ursprüngliche Nachricht-----", "-------- Originalnachricht --------", "-----Message d'origine-----",
            "----- Message d’origine -----", "-----Mensaje original-----", "-----Messaggio originale-----",
            "-----Oorspronkelijk bericht-----", "-----Mensagem original-----", "-----Oprindelig meddelelse-----",
            "-----Ursprungligt meddelande-----", "-----Opprinnelig melding-----", "-----Alkuperäinen viesti-----",
            "-----Wiadomość oryginalna-----", "---------- Původní zpráva ----------", "-----Eredeti üzenet-----",
            "-----Исходное сообщение-----", "-----Özgün İleti-----", "-----Αρχικό μήνυμα-----", "-----原始邮件-----",
            "------------------ 原始邮件 ------------------", "-----元のメッセージ-----", "-----원본 메시지-----",
            "-------- הודעה מקורית --------", "---- Ann Smith schrieb ----", "---- Ann Smith wrote ----",
            "##- Please type your reply above this line -##", "_____Original Message_____",
        ]
    )
    func originals(heading: String) {
        let newText = NewText.extract(from: "My answer.\n\n\(heading)\n\nThe words of the other.")
        #expect(newText.text == "My answer.")
        #expect(newText.shape == .replyAbove)
    }

    @Test(
        "a message that somebody passes on is a forward",
        arguments: [
            "---------- Forwarded message ---------", "-------- Forwarded Message --------",
            "-------- Weitergeleitete Nachricht --------", "-------- Message transféré --------",
            "----- Mensaje reenviado -----", "-------- Messaggio Inoltrato --------",
            "-------- Doorgestuurd bericht --------",
            "-------- Mensagem encaminhada --------", "-------- Videresendt meddelelse --------",
            "-------- Vidarebefordrat meddelande --------", "-------- Välitetty viesti --------",
            "--- Treść przekazanej wiadomości ---", "-------- Přeposlaná zpráva --------",
            "-------- Továbbított üzenet --------", "-------- Перенаправленное сообщение --------",
            "Begin forwarded message:",
            "Anfang der weitergeleiteten Nachricht:", "Début du message réexpédié :", "Inizio messaggio inoltrato:",
            "Inicio del mensaje reenviado:", "Begin doorgestuurd bericht:", "Початок листа, що пересилається:",
            "----- Forwarded by Ann Smith/Shop on 03/03/2026 10:15 -----", "-------- 转发邮件 --------",
        ]
    )
    func forwards(heading: String) {
        let message = "\(heading)\n\nFrom: Ann <ann@example.org>\nSubject: Order\n\nWhere is it?"
        let pure = NewText.extract(from: message)
        #expect(pure.text.isEmpty && pure.shape == .forward && pure.passedOn == "Where is it?")
        let commented = NewText.extract(from: "See below.\n\n" + message)
        #expect(commented.text == "See below." && commented.shape == .forward)
    }

    @Test(
        "a subject that says so makes a forward",
        arguments: [
            ("", "WG: Bestellung"), ("Please look into this.\n\n", "WG: Bestellung"),
            ("Please look.\n\n", "Fwd: Order"),
        ]
    )
    func forwardBySubject(own: String, subject: String) {
        let quote =
            "Von: Ann <ann@example.org>\nGesendet: 3.3.2026 10:15\nAn: Laden\nBetreff: Bestellung\n\nWo ist sie?"
        let newText = NewText.extract(from: own + quote, subject: subject)
        #expect(newText.shape == .forward && newText.passedOn == "Wo ist sie?")
        #expect(newText.text == own.split(separator: "\n").joined())
    }

    @Test("what stands below header fields at the top stays where nothing says that it is a forward")
    func form() {
        let newText = NewText.extract(
            from:
                "From: Ann\nEmail: ann@example.org\nDate: 3.3.2026 10:15\nSubject: Lamp\n\nWhere is it?\n\nRegards,\nAnn"
        )
        #expect(newText.text == "Where is it?" && newText.shape == .plain)
    }

    @Test(
        "a customer's own lists and rules stay",
        arguments: [
            "From: Berlin\nTo: Paris\nDate: Friday\n\nPlease book this.",
            "Von: Berlin\nAn: Hamburg\nDatum: 3.3.2026\n\nBitte buchen.",
            "Subject: my order\n\nWhere is it?", "To: the manager\n\nI am not happy.",
            "Name: Ann Smith\nOrder: 12345\nDate: 3.3.2026 10:15\nEmail: ann@example.org\n\nPlease refund.",
            "Here is my analysis:\n\n## Points\n----\n\n1. Better by 50%\n\n====\n\nAlso these are just separators.",
            "----- Please read this first -----\n\nThe lamp is broken.",
            "----- Question 1 -----\nWhere is it?\n----- Question 2 -----\nWhen does it come?",
            "The original message:\nI never got it.", "Forwarded to you as asked: the invoice.",
            "My data:\nVon: Ann Schmidt\nAn: Laden\nBetreff: Retoure\nDatum: 3.3.2026\n\nBitte um Antwort.",
            "Please see:\n\n----- Notes -----\nFrom: me\nTo: you\n\nThat is all of it.",
            "The number is:\n\n-----\n12345\n-----\n\nThanks",
            "*Important:* the lamp\n*Also:* the chair",
        ]
    )
    func traps(text: String) {
        let newText = NewText.extract(from: text)
        #expect(newText.text == text)
        #expect(newText.shape == .plain)
    }
}
