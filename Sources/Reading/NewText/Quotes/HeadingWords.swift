/// How mail programs head a message that they quote or forward.
enum HeadingWords {
    /// Between rules: `-----Original Message-----`.
    static let original = Word.phrases([
        "original message", "original appointment", "original email", "original", "reply message", "message",
        "ursprüngliche nachricht", "originalnachricht", "original nachricht", "originalmeldung", "ursprüngliche mail",
        "ursprüngliche e mail", "message d origine", "message original", "message initial", "courriel original",
        "courriel initial", "mensaje original", "correo original", "messaggio originale", "messaggio original",
        "oorspronkelijk bericht", "oorspronkelijke bericht", "origineel bericht", "mensagem original",
        "oprindelig meddelelse", "oprindelig besked", "original besked", "original meddelelse",
        "ursprungligt meddelande", "originalmeddelande", "opprinnelig melding", "original melding",
        "opphavleg melding", "alkuperäinen viesti", "wiadomość oryginalna", "oryginalna wiadomość", "původní zpráva",
        "původní e mail", "pôvodná správa", "eredeti üzenet", "mesaj original", "mesajul original", "izvorna poruka",
        "izvirno sporočilo", "izvorno sporočilo", "originalna poruka", "algne kiri", "esialgne kiri",
        "originalus laiškas", "originalus tekstas", "sākotnējā ziņa", "sākotnējā vēstule", "missatge original",
        "mensaxe orixinal", "jatorrizko mezua", "neges wreiddiol", "bunteachtaireacht", "mesazhi origjinal",
        "upprunaleg skilaboð", "исходное сообщение", "оригинальное сообщение", "оригінальне повідомлення",
        "оригинално писмо", "оригинално съобщение", "оригинална порука", "оригинална порака", "зыходны ліст",
        "orijinal ileti", "özgün ileti", "orijinal mesaj", "αρχικό μήνυμα", "πρωτότυπο μήνυμα", "הודעה מקורית",
        "الرسالة الأصلية", "الرسالة الأساسية", "پیام اصلی", "pesan asli", "pesan orisinal", "mesej asal", "thư gốc",
        "ข้อความเดิม", "ข้อความต้นฉบับ", "मूल संदेश", "原始邮件", "原始郵件", "元のメッセージ", "元メール", "원본 메시지",
        "원본 메일",
    ])

    /// Between rules, before a message that somebody passes on.
    static let forwarded = Word.phrases([
        "forwarded message", "forwarded by", "forwarded", "forwarded email", "forwarded mail",
        "weitergeleitete nachricht", "weitergeleitete mail", "message transféré", "message transmis",
        "message réexpédié", "mensaje reenviado", "mensaje remitido", "messaggio inoltrato", "doorgestuurd bericht",
        "mensagem encaminhada", "mensagem reencaminhada", "videresendt meddelelse", "videresendt besked",
        "videresendt melding", "vidaresend melding", "vidarebefordrat meddelande", "vidarebefordrat mejl",
        "välitetty viesti", "välitetty viesti fwd msg", "edelleenlähetetty viesti", "wiadomość przekazana",
        "przekazana wiadomość", "treść przekazanej wiadomości", "wiadomość przesłana dalej", "přeposlaná zpráva",
        "preposlaná správa", "preposlaná správa forwarded message", "továbbított üzenet", "mesaj redirecționat",
        "proslijeđena poruka", "posredovano sporočilo", "edastatud kiri", "persiųstas laiškas", "missatge reenviat",
        "mensaxe reenviada", "birbidalitako mezua", "áframsendur póstur", "mesazhi i përcjellë",
        "пересылаемое сообщение", "пересланное сообщение", "перенаправленное сообщение", "перенаправлене повідомлення",
        "переслане повідомлення", "накіраваны ліст", "препратено съобщение", "προωθημένο μήνυμα", "iletilmiş ileti",
        "iletilen ileti", "iletilmiş mesaj", "הודעה שהועברה", "رسالة ممررة", "الرسالة المعاد توجيهها", "pesan terusan",
        "thư chuyển tiếp", "转发的消息", "转发邮件", "轉寄郵件", "轉寄的郵件", "転送メッセージ", "メッセージを転送", "전달된 메시지",
    ])

    /// Alone on a line, before a colon.
    static let forwardBeginnings = Word.phrases([
        "begin forwarded message", "forwarded message", "anfang der weitergeleiteten nachricht",
        "anfang der weitergeleiteten e mail", "début du message réexpédié", "début du message transféré",
        "inicio del mensaje reenviado", "inizio messaggio inoltrato", "begin doorgestuurd bericht",
        "início da mensagem reencaminhada", "início da mensagem encaminhada", "start på videresendt besked",
        "videresendt besked", "videresendt melding", "vidarebefordrat brev", "vidarebefordrat mejl",
        "välitetty viesti alkaa", "začátek přeposílané zprávy", "začiatok preposlanej správy",
        "początek przekazywanej wiadomości", "továbbított levél kezdete", "započni proslijeđenu poruku",
        "începe mesajul redirecționat", "начало переадресованного сообщения", "початок листа що пересилається",
        "ileti başlangıcı", "έναρξη προωθημένου μηνύματος", "转发的邮件", "以下是转发的邮件", "転送されたメッセージ",
        "전달된 메시지 시작",
    ])

    /// Help desks put such a line above the conversation they quote.
    static let replyAbove = [
        "reply above this line", "type your reply above", "reply above the line", "write above this line",
        "antworten sie oberhalb dieser linie", "antwort oberhalb dieser linie", "repondez au dessus de cette ligne",
        "responda por encima de esta linea", "rispondi sopra questa riga", "antwoord boven deze lijn",
        "responda acima desta linha",
    ]
}
