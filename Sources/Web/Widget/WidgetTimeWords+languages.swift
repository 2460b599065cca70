extension WidgetTimeWords {
    static let english = WidgetTimeWords(
        weekdays: ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"],
        months: [
            "January", "February", "March", "April", "May", "June", "July", "August", "September", "October",
            "November", "December",
        ],
        onWeekdays: [
            "on Monday", "on Tuesday", "on Wednesday", "on Thursday", "on Friday", "on Saturday", "on Sunday",
        ],
        today: "today",
        tomorrow: "tomorrow",
        at: { "\(Self.padded($0)):\(Self.padded($1))" },
        byDate: { "\($0) \($1)" },
        onDate: { "on \($0) \($1)" },
        here: { "We are here today until \($0)." },
        hereOvernight: { "We are here until \($0)." },
        yourTime: "your time",
        timeIn: { "\($0) time" },
        away: { "Nobody is here just now; we are back \($0) at \($1)." },
        always: "A person reads this and answers as soon as they can.",
        answersToday: "An answer usually comes today.",
        answersBy: { "An answer usually comes by \($0)." },
        promised: { "What we promised you is due by \($1) \($0)." },
        answersSoon: "A person answers as soon as they can."
    )

    static let german = WidgetTimeWords(
        weekdays: ["Montag", "Dienstag", "Mittwoch", "Donnerstag", "Freitag", "Samstag", "Sonntag"],
        months: [
            "Januar", "Februar", "März", "April", "Mai", "Juni", "Juli", "August", "September", "Oktober", "November",
            "Dezember",
        ],
        onWeekdays: [
            "am Montag", "am Dienstag", "am Mittwoch", "am Donnerstag", "am Freitag", "am Samstag", "am Sonntag",
        ],
        today: "heute",
        tomorrow: "morgen",
        at: { "\($0):\(Self.padded($1)) Uhr" },
        byDate: { "zum \($0). \($1)" },
        onDate: { "am \($0). \($1)" },
        here: { "Wir sind heute bis \($0) da." },
        hereOvernight: { "Wir sind bis \($0) da." },
        yourTime: "Ihre Zeit",
        timeIn: { "Zeit in \($0)" },
        away: { "Gerade ist niemand da; wir sind \($0) ab \($1) wieder hier." },
        always: "Ein Mensch liest das und antwortet, so bald es geht.",
        answersToday: "Eine Antwort kommt meist noch heute.",
        answersBy: { "Eine Antwort kommt meist bis \($0)." },
        promised: { "Was wir Ihnen zugesagt haben, ist \($0) bis \($1) fällig." },
        answersSoon: "Ein Mensch antwortet, so bald es geht."
    )

    static let french = WidgetTimeWords(
        weekdays: ["lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche"],
        months: [
            "janvier", "février", "mars", "avril", "mai", "juin", "juillet", "août", "septembre", "octobre",
            "novembre", "décembre",
        ],
        onWeekdays: ["lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche"],
        today: "aujourd’hui",
        tomorrow: "demain",
        at: { "\($0)\u{A0}h\u{A0}\(Self.padded($1))" },
        byDate: { "au \($0 == 1 ? "1er" : String($0)) \($1)" },
        onDate: { "le \($0 == 1 ? "1er" : String($0)) \($1)" },
        here: { "Nous sommes là aujourd’hui jusqu’à \($0)." },
        hereOvernight: { "Nous sommes là jusqu’à \($0)." },
        yourTime: "votre heure",
        timeIn: { "heure de \($0)" },
        away: { "Il n’y a personne pour l’instant\u{A0}; nous revenons \($0) à \($1)." },
        always: "Une personne vous lit et vous répond dès que possible.",
        answersToday: "La réponse arrive en général aujourd’hui.",
        answersBy: { "La réponse arrive en général d’ici \($0)." },
        promised: { "Ce que nous vous avons promis est prévu \($0) avant \($1)." },
        answersSoon: "Une personne vous répond dès que possible."
    )

    static let spanish = WidgetTimeWords(
        weekdays: ["el lunes", "el martes", "el miércoles", "el jueves", "el viernes", "el sábado", "el domingo"],
        months: [
            "enero", "febrero", "marzo", "abril", "mayo", "junio", "julio", "agosto", "septiembre", "octubre",
            "noviembre", "diciembre",
        ],
        onWeekdays: ["el lunes", "el martes", "el miércoles", "el jueves", "el viernes", "el sábado", "el domingo"],
        today: "hoy",
        tomorrow: "mañana",
        at: { "\($0):\(Self.padded($1)) h" },
        byDate: { "el \($0) de \($1)" },
        onDate: { "el \($0) de \($1)" },
        here: { "Estamos aquí hoy hasta las \($0)." },
        hereOvernight: { "Estamos aquí hasta las \($0)." },
        yourTime: "su hora",
        timeIn: { "hora de \($0)" },
        away: { "Ahora no hay nadie; volvemos \($0) a las \($1)." },
        always: "Una persona lo lee y responde en cuanto puede.",
        answersToday: "La respuesta suele llegar hoy.",
        answersBy: { "La respuesta suele llegar antes de que termine \($0)." },
        promised: { "Lo que le hemos prometido está previsto \($0) antes de las \($1)." },
        answersSoon: "Una persona responde en cuanto puede."
    )
}
