/// How subjects of notices of absence begin, in the languages their senders' programs speak.
enum AutoReplySubject {
    static func matches(_ subject: String) -> Bool {
        let subject = FieldValue.word(subject)
        return beginnings.contains { subject.hasPrefix($0) }
    }

    private static let beginnings = [
        "out of office", "out-of-office", "out of the office", "automatic reply", "automatic response", "auto reply",
        "auto-reply", "autoreply", "auto response", "auto-response", "autoresponse", "vacation reply", "on vacation",
        "away from my mail", "automatische antwort", "abwesenheitsnotiz", "abwesenheitsnachricht", "abwesend",
        "abwesenheit", "réponse automatique", "absence du bureau", "absent du bureau", "respuesta automática",
        "respuesta automatica", "fuera de la oficina", "fuera de oficina", "ausente", "risposta automatica",
        "fuori sede", "fuori ufficio", "automatisch antwoord", "afwezig", "niet op kantoor", "resposta automática",
        "ausência temporária", "automatisk svar", "automatiskt svar", "autosvar", "frånvaro", "fravær",
        "automaattinen vastaus", "poissa", "autoodpowiedź", "odpowiedź automatyczna", "automatická odpověď",
        "automatikus válasz", "răspuns automat", "otomatik yanıt", "автоответ", "автоматический ответ",
        "αυτόματη απάντηση", "自動応答", "自动回复", "自動回覆", "자동 회신",
    ]
}
