/// The names of header fields as mail programs translate them when they quote.
enum HeaderName {
    enum Kind {
        case from
        case date
        case to
        case cc
        case subject
    }

    static func kind(of line: TextLine) -> Kind? {
        // A colon, or the first octet of its wide form, stands near the beginning.
        guard line.trimmed.utf8.prefix(100).contains(where: { $0 == 0x3A || $0 == 0xEF }) else { return nil }
        let text = line.trimmed.drop { ["*", "_", "|", "•"].contains($0) }.prefix(32)
        guard let colon = text.firstIndex(where: { $0 == ":" || $0 == "：" }) else { return nil }
        let name = text[..<colon].lowercased().filter { $0 != "*" && $0 != "_" }
        return kinds[String(TextLine.trim(Substring(name)))]
    }

    private static let kinds: [String: Kind] = {
        var all: [String: Kind] = [:]
        for (kind, names) in names {
            for name in names { all[name] = kind }
        }
        return all
    }()

    private static let names: [(Kind, [String])] = [
        (
            .from,
            [
                "from", "von", "de", "da", "van", "fra", "från", "od", "lähettäjä", "kimden", "feladó", "expeditor",
                "от", "від", "от кого", "από", "差出人", "送信元", "发件人", "寄件者", "寄件人", "보낸 사람", "sender",
                "expéditeur", "remitente", "mittente", "absender", "afzender",
            ]
        ),
        (
            .date,
            [
                "sent", "date", "gesendet", "datum", "envoyé", "envoyé le", "enviado", "enviado el", "enviada em",
                "enviado em", "fecha", "inviato", "data", "verzonden", "sendt", "dato", "skickat", "wysłano",
                "odesláno",
                "odoslané", "dátum", "lähetetty", "päivämäärä", "gönderildi", "tarih", "elküldve", "отправлено", "дата",
                "надіслано", "ημερομηνία", "στάλθηκε", "送信日時", "日付", "日時", "发送时间", "日期", "寄件日期", "보낸 날짜",
                "날짜",
            ]
        ),
        (
            .to,
            [
                "to", "an", "à", "a", "para", "aan", "til", "till", "do", "komu", "pro", "vastaanottaja", "kime",
                "alıcı", "címzett", "către", "кому", "προς", "宛先", "收件人", "收件者", "받는 사람", "recipient", "destinataire",
                "empfänger", "destinatario",
            ]
        ),
        (.cc, ["cc", "kopie", "kopi", "kopia", "copie", "copia", "копия", "bcc", "reply-to", "antwort an", "抄送"]),
        (
            .subject,
            [
                "subject", "betreff", "betrifft", "objet", "sujet", "asunto", "oggetto", "onderwerp", "assunto", "emne",
                "ämne", "temat", "předmět", "predmet", "aihe", "konu", "tárgy", "subiect", "тема", "θέμα", "件名", "主题",
                "主旨", "제목",
            ]
        ),
    ]
}
