import Reading
import Testing

@Suite("The language of a text")
struct LanguageDetectorTests {
    @Test(
        "a short text is in the large language that it could be in",
        arguments: [
            ("Desde la actualización la aplicación se cierra cuando abro la cesta. Ya la he reinstalado.", "es"),
            ("Wo bleibt meine Bestellung? Ich warte seit zwei Wochen darauf.", "de"),
            ("Où en est ma commande ? Je l'attends depuis deux semaines.", "fr"),
            ("Where is my order? I have waited for it for two weeks now.", "en"),
        ]
    )
    func short(text: String, language: String) {
        #expect(LanguageDetector.language(of: text, default: "nl") == language)
    }

    @Test("a small language is told where there is enough text")
    func small() {
        let galician = """
            Desde a última actualización a aplicación péchase cando abro a cesta da compra. Xa a volvín instalar dúas veces \
            e non me axudou nada, así que lles pido que me digan canto antes que podo facer, porque necesito as cousas para \
            o aniversario da miña filla, que é o venres que vén, e non quero quedar sen elas.
            """
        #expect(LanguageDetector.language(of: galician, default: "es") == "gl")
    }

    @Test("what says too little is in the language assumed", arguments: ["ok", "", "12345", "?"])
    func prior(text: String) {
        #expect(LanguageDetector.language(of: text, default: "fr") == "fr")
        #expect(LanguageDetector.language(of: text, default: nil) == LanguageDetector.undetermined)
    }
}
