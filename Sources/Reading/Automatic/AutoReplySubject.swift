/// How the subjects of notices of absence begin, in the languages their senders' programs speak.
enum AutoReplySubject {
    /// What a program sets before the subject it answers, such as "Automatic reply: Your order".
    case label
    /// Words that a person may write as well, such as "Out of office until Monday".
    case words

    /// nil for every other subject, such as "Automatic reply feature does not work".
    init?(_ subject: String) {
        let subject = FoldedText.octets(subject, longest: 300).drop { Self.opens($0) }
        guard subject.count >= 4 else { return nil }
        if let rest = Self.rest(of: subject, after: Self.labels), Self.isEnd(rest) {
            self = .label
        } else if let rest = Self.rest(of: subject, after: Self.all),
            Self.isEnd(rest) || Self.continues(rest)
        {
            self = .words
        } else {
            return nil
        }
    }

    private static func rest(of subject: ArraySlice<UInt8>, after phrases: [[UInt8]]) -> ArraySlice<UInt8>? {
        let found = phrases.filter { subject.starts(with: $0) }.max { $0.count < $1.count }
        return found.map { subject.dropFirst($0.count).drop { $0 == 0x20 } }
    }

    private static func opens(_ octet: UInt8) -> Bool {
        octet <= 0x20 || octet == UInt8(ascii: "[") || octet == UInt8(ascii: "(") || octet == UInt8(ascii: "*")
    }

    /// Nothing follows, or what programs set before the subject they answer.
    private static func isEnd(_ rest: ArraySlice<UInt8>) -> Bool {
        guard let first = rest.first else { return true }
        return [":", "]", ")", "-", "!", "|", "*", "/"].contains(Character(Unicode.Scalar(first)))
            || rest.starts(with: "–".utf8) || rest.starts(with: "：".utf8)
            || (first == UInt8(ascii: ".") && rest.count == 1)
    }

    private static func continues(_ rest: ArraySlice<UInt8>) -> Bool {
        let word = rest.prefix { $0 > 0x20 && $0 != UInt8(ascii: ":") }
        return continuations.contains(String(decoding: word, as: UTF8.self))
    }

    private static let labels = [
        "automatic reply", "automatic response", "auto reply", "auto-reply", "autoreply", "auto response",
        "auto-response", "autoresponse", "autoresponder", "automated response", "automated reply",
        "out of office autoreply", "out of office reply", "out-of-office reply", "out of office notification",
        "vacation reply",
        "automatische antwort", "automatische antwort auf", "auto-antwort", "abwesenheitsnotiz",
        "abwesenheitsnachricht",
        "abwesenheitsbenachrichtigung", "abwesenheitsassistent", "réponse automatique", "reponse automatique",
        "réponse automatique d'absence", "message d'absence", "notification d'absence", "respuesta automática",
        "respuesta automatica", "contestación automática", "risposta automatica", "automatisch antwoord",
        "automatisch beantwoorden", "afwezigheidsbericht", "resposta automática", "resposta automatica",
        "automatisk svar", "automatiskt svar", "autosvar", "automaattinen vastaus", "autoodpowiedź",
        "odpowiedź automatyczna", "automatická odpověď", "automatikus válasz", "răspuns automat", "otomatik yanıt",
        "автоответ", "автоматический ответ", "αυτόματη απάντηση", "自動応答", "自動返信", "自动回复", "自動回覆",
        "자동 회신",
    ].map { Array($0.utf8) }

    private static let beginnings = [
        "out of office", "out-of-office", "out of the office", "ooo", "on vacation", "on holiday", "on annual leave",
        "away from my mail", "away from the office", "i am away", "abwesend", "abwesenheit", "nicht im büro",
        "im urlaub",
        "absence du bureau", "absent du bureau", "absent", "absence", "en congés", "en congé", "fuera de la oficina",
        "fuera de oficina", "ausente", "ausencia", "de vacaciones", "fuori sede", "fuori ufficio", "assente", "assenza",
        "in ferie", "afwezig", "afwezigheid", "niet op kantoor", "ausência temporária", "ausência",
        "fora do escritório",
        "de férias", "frånvaro", "fravær", "poissa", "nieobecność", "poza biurem", "вне офиса", "я в отпуске",
    ].map { Array($0.utf8) }

    private static let all = labels + beginnings

    private static let continuations: Set<String> = [
        "re", "until", "till", "from", "through", "to", "autoreply", "auto-reply", "reply", "notification", "message",
        "notice",
        "response", "assistant", "bis", "vom", "von", "ab", "wegen", "jusqu'au", "jusqu’au", "du", "hasta", "desde",
        "del", "fino", "dal", "tot", "van", "t/m", "até", "de", "le", "il", "on", "this", "today", "assistent",
    ]
}
