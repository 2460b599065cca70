/// The words by which mail programs introduce a quote, in the languages they are shipped in.
enum IntroductionWords {
    /// Lower case; each stands between spaces in the text that it is looked for in.
    static let verbs = [
        // en, de, fr, es, it, nl, pt
        "wrote", "writes", "schrieb", "a écrit", "écrit", "escribió", "escribio", "ha scritto", "scrive", "schreef",
        "geschreven", "escreveu",
        // da, sv, no, fi, pl, cs, sk, hu, ro
        "skrev", "följande", "kirjoitti", "napisał", "napisała", "napisał a", "pisze", "napsal", "napsala", "napsal a",
        "napísal", "napísal a", "napísala", "írta", "ezt írta", "a scris",
        // ru, uk, bg, el, tr, vi, id
        "написал", "написала", "написал а", "пишет", "пише", "написа", "έγραψε", "yazdı", "şunu yazdı", "đã viết",
        "menulis",
        // ja, zh, ko
        "のメール", "写道", "寫道", "작성",
    ].map { " \($0) " }

    static let openings: Set<Substring> = [
        "on", "am", "den", "der", "die", "das", "le", "el", "il", "op", "em", "dne", "dnia", "w", "kl", "pe",
        "mon", "tue", "wed", "thu", "fri", "sat", "sun", "monday", "tuesday", "wednesday", "thursday", "friday",
        "saturday", "sunday", "montag", "dienstag", "mittwoch", "donnerstag", "freitag", "samstag", "sonntag", "mo",
        "di", "mi", "do", "fr", "sa", "so", "lun", "mar", "mer", "jeu", "ven", "sam", "dim", "lunes", "martes",
        "miércoles", "jueves", "viernes", "sábado", "domingo", "пн", "вт", "ср", "чт",
        "пт", "сб", "вс", "στις", "vào", "pada", "quoting", "zitat",
    ]

    /// Pronouns beside the verb: the sentence tells of somebody, and no mail program wrote it.
    static let tellers = [
        "you wrote", "she wrote", "he wrote", "they wrote", "we wrote", "i wrote", "it wrote", "who wrote",
        "colleague wrote", "also wrote", "you also wrote", "schrieb ich", "schrieb er", "schrieb sie", "schrieben sie",
        "schrieb mir", "il a écrit", "elle a écrit", "on a écrit", "ella escribió", "él escribió", "usted escribió",
        "mi ha scritto", "lei ha scritto", "ele escreveu", "ela escreveu", "você escreveu",
    ].map { " \($0) " }
}
