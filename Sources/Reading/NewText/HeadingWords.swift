/// How mail programs head a message that they quote or forward.
enum HeadingWords {
    /// Between rules, such as `-----Original Message-----`.
    static let ruled: Set<String> = [
        "original message", "original appointment", "reply message", "forwarded message", "forwarded by",
        "forwarded", "reply", "ursprüngliche nachricht", "originalnachricht", "original nachricht", "originalmeldung",
        "weitergeleitete nachricht", "message d'origine", "message d’origine", "message original", "message initial",
        "message transféré", "message transmis", "mensaje original", "mensaje reenviado", "messaggio originale",
        "messaggio inoltrato", "oorspronkelijk bericht", "doorgestuurd bericht", "origineel bericht",
        "mensagem original", "mensagem encaminhada", "oprindelig meddelelse", "oprindelig besked",
        "videresendt meddelelse", "ursprungligt meddelande", "originalmeddelande", "vidarebefordrat meddelande",
        "opprinnelig melding", "videresendt melding", "alkuperäinen viesti", "wiadomość oryginalna",
        "oryginalna wiadomość", "wiadomość przekazana", "původní zpráva", "pôvodná správa", "eredeti üzenet",
        "mesaj original", "исходное сообщение", "пересылаемое сообщение", "пересланное сообщение",
        "orijinal ileti", "özgün ileti", "αρχικό μήνυμα", "原始邮件", "原始郵件", "元のメッセージ", "원본 메시지",
    ]

    /// Alone on a line.
    static let plain: Set<String> = [
        "begin forwarded message:", "forwarded message:", "anfang der weitergeleiteten nachricht:",
        "début du message réexpédié :",
        "début du message transféré :", "inicio del mensaje reenviado:", "inizio messaggio inoltrato:",
        "begin doorgestuurd bericht:", "início da mensagem reencaminhada:", "início da mensagem encaminhada:",
        "videresendt besked:", "vidarebefordrat brev:", "начало переадресованного сообщения:",
    ]

    /// Help desks put such a line above the conversation they quote.
    static let replyAbove = [
        "reply above this line", "type your reply above", "reply above the line", "write above this line",
        "antworten sie oberhalb dieser linie", "antwort oberhalb dieser linie", "répondez au-dessus de cette ligne",
        "responda por encima de esta línea",
    ]
}
