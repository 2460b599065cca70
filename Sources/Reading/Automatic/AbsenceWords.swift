/// How notices of absence speak, in English, German, French, Spanish, Italian, Dutch and Portuguese; lower case.
enum AbsenceWords {
    /// Words by which a text says that its writer is away.
    static let away = PhraseSet([
        "out of the office", "out of office", "out-of-office", "away from the office", "away from my desk",
        "on vacation",
        "on holiday", "on annual leave", "on leave", "on maternity leave", "on parental leave", "on paternity leave",
        "i am away", "i'm away", "i will be away", "i'll be away", "currently away", "not in the office",
        "on sick leave",
        "limited access to", "no access to e", "without access to", "return to the office", "office is closed",
        "offices are closed", "we are closed", "nicht im büro", "nicht im buero", "nicht im hause", "nicht im haus",
        "außer haus", "ausser haus", "abwesend", "abwesenheit", "im urlaub", "in urlaub", "in elternzeit",
        "im mutterschutz",
        "nicht erreichbar", "nicht am platz", "betriebsferien", "auf dienstreise", "krankgeschrieben",
        "absent du bureau", "absente du bureau", "suis absent", "serai absent", "actuellement absent", "en congé",
        "en vacances",
        "en déplacement", "hors du bureau", "pas au bureau", "absence", "bureaux sont fermés", "fuera de la oficina",
        "fuera de oficina", "de vacaciones", "estoy ausente", "estaré ausente", "me encuentro ausente", "ausente",
        "de permiso", "fuori ufficio", "fuori sede", "in ferie", "in vacanza", "sono assente", "sarò assente",
        "assente",
        "non sono in ufficio", "niet op kantoor", "niet aanwezig", "afwezig", "op vakantie", "met vakantie",
        "met verlof",
        "met zwangerschapsverlof", "fora do escritório", "de férias", "estou ausente", "estarei ausente", "em férias",
        "de licença", "вне офиса", "в отпуске", "på semester", "på ferie", "na urlopie", "poza biurem", "lomalla",
    ])

    /// Words that make the day beside them the first day back.
    static let back = [
        "back", "return", "returning", "returns", "available again", "reachable again", "resume", "in the office again",
        "wieder", "zurück", "zurueck", "de retour", "mon retour", "reviens", "reviendrai", "reprends", "reprendrai",
        "retour", "disponible à partir", "joignable à partir", "vuelvo", "volveré", "regreso", "regresaré", "de vuelta",
        "reincorporo",
        "reincorporaré", "incorporo", "incorporaré", "disponible a partir", "rientro", "rientrerò", "ritorno",
        "tornerò",
        "di nuovo", "sarò disponibile", "terug", "weer", "opnieuw", "retorno", "retornarei", "regressarei", "volto",
        "voltarei", "de volta", "estarei disponível", "novamente",
    ]

    /// Between the first and the last day of an absence: "from 3 to 7 May", "vom 3. – 7. Mai".
    static let ranges: Set<String> = ["to", "-", "–", "—", "au", "al", "all", "a", "ao", "à", "y"]

    /// Words in front of the first day away.
    static let from: Set<String> = [
        "from", "between", "vom", "von", "du", "desde", "del", "dal", "dall", "van", "vanaf", "de", "do", "entre",
    ]
}
