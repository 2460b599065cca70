/// The words by which mail programs introduce a quote, in the languages they are shipped in.
enum AttributionWords {
    static let verbs = Word.keys(
        // en, de, fr, es, it, nl, pt, ca, gl, co, eo
        "wrote writes sent schrieb geschrieben schreibt écrit écrivait escribió escribe scritto scrive schreef",
        "geschreven schrijft escreveu escribeu escribiu escrit escriure scrittu scribite skribis",
        // da, sv, no, is, fo, fi, et, lt, lv, fy, lb
        "skrev skriver skreiv skrifaði skrivaði følgende följande kirjoitti kirjoittaa kirjutas kirjutab rašė parašė",
        "rakstīja skreau schreift",
        // pl, cs, sk, sl, hr, sr, hu, ro, sq, eu, br, cy, ga
        "napisał napisała napisana napisane pisze napsal napsala píše napísal napísala napisao napisala sporoča írta scris shkroi idatzi",
        "zuen skrivet ysgrifennodd scríobh sgrìobh",
        // ru, uk, be, bg, mk, sr, el, tr, az, uz, vi, id, ms
        "написал написала писал пишет написав написала пише напісаў піша написа напиша пишува έγραψε yazdı yazmış",
        "yazıb yozgan viết menulis tulis",
        // he, ar, fa, hi, mr, bn, ta, th, ka, hy
        "כתב כתבה כתבו كتب كتبت نوشت نوشته लिखा लिहीले লিখেছেন எழுதியது எழுதப்பட்டது เขียน เขียนว่า დაწერა გրեց գրեց գրել",
        // ja, zh, ko
        "写道 寫道 写到 寫到 のメール より さんは書きました 작성 작성함 씀 쓴 님이"
    )

    /// Such a word and a number soon after it begin the line.
    static let openings = Word.keys(
        "on am den der le el il op em en in w dne dnia dňa dana pe kl în la no na på ve vào pada στις στη ngày tanggal",
        "am'a an ar d'an më je datumā ekkor 在 于 於 בתאריך ב في بتاريخ در на дана þann tann il giorno mon tue wed",
        "thu fri sat sun monday tuesday wednesday thursday friday saturday sunday"
    )

    /// What begins a line without a date: `Quoting Ann <ann@example.org>:`.
    static let quoting = Word.keys("quoting zitat citando citerar citat citation cytowanie citát citeren цитирование")

    /// Next to the verb, they say that a person tells of somebody, and no mail program wrote the line.
    static let tellers = Word.keys(
        "i you he she we they it who my your his her our their this that the an colleague someone somebody everyone",
        "also already just only never agent support team",
        "ich du er sie wir ihr es man mir ihm ihnen mein meine ihr ihre unser dein sein kollege kollegin kollegen",
        "jemand jeder frau herr herrn auch schon mr mrs ms mme monsieur madame señor señora signor signora",
        "j tu il elle nous vous ils elles m mon ma votre notre collègue quelqu yo él ella usted ustedes ellos",
        "nuestro colega alguien también io lui lei mio suo collega anche ik jij hij zij we u uw mijn eu ele ela você meu",
        "seu alguém jag han hon vi jeg hun min din ja ty ona pan pani já я ты он она вы мы коллега ben siz"
    )
}
