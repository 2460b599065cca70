/// Names of months and days of the week in English, German, French, Spanish, Italian, Dutch and Portuguese.
enum CalendarWords {
    /// 1 to 12.
    static func month(_ word: String) -> Int? { months[word] }

    /// 0 is Monday.
    static func weekday(_ word: String) -> Int? { weekdays[word] }

    private static let months: [String: Int] = table([
        "january jan januar jänner janvier janv enero ene gennaio gen januari janeiro",
        "february feb februar févr fevr février fevrier febrero febbraio februari fevereiro fev",
        "march mar märz maerz mrz mars marzo maart mrt março marco",
        "april apr avril avr abril abr aprile",
        "may mai mayo maggio mag mei maio",
        "june jun juni juin junio giugno giu junho",
        "july jul juli juillet juil julio luglio lug julho",
        "august aug août aout agosto ago augustus",
        "september sep sept septembre septiembre setiembre settembre setembro",
        "october oct oktober okt octobre octubre ottobre ott outubro",
        "november nov novembre noviembre novembro",
        "december dec dezember dez décembre decembre déc diciembre dic dicembre dezembro",
    ]).mapValues { $0 + 1 }

    private static let weekdays: [String: Int] = table([
        "monday montag lundi lunes lunedì lunedi maandag segunda",
        "tuesday tue tues dienstag mardi martes martedì martedi dinsdag terça",
        "wednesday wed mittwoch mercredi miércoles miercoles mercoledì mercoledi woensdag quarta",
        "thursday thu thur thurs donnerstag jeudi jueves giovedì giovedi donderdag quinta",
        "friday fri freitag vendredi viernes venerdì venerdi vrijdag sexta",
        "saturday sat samstag sonnabend samedi sábado sabado sabato zaterdag",
        "sunday sun sonntag dimanche domingo domenica zondag",
    ])

    private static func table(_ rows: [String]) -> [String: Int] {
        var table: [String: Int] = [:]
        for (index, row) in rows.enumerated() {
            for name in row.split(separator: " ") { table[String(name)] = index }
        }
        return table
    }
}
