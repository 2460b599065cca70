extension LetterWords {
    static let german = LetterWords(
        language: "de",
        subjects: [
            "Wo bleibt meine Bestellung #?", "Bestellung # kam besch\u{E4}digt an", "Erstattung f\u{FC}r # bitte",
            "Doppelt abgebucht: #",
        ],
        greetings: ["Hallo,", "Guten Tag,", "Sehr geehrte Damen und Herren,", "Liebes Team,"],
        openings: [
            "ich habe vor % Tagen eine Lampe bestellt (Bestellung #), und sie ist noch nicht da.",
            "heute kam mein Paket zur Bestellung #, und der Karton war offen und eine Tasse zerbrochen.",
            "f\u{FC}r die Bestellung # haben Sie zweimal $ Euro von meinem Konto abgebucht.",
            "bitte stornieren Sie die Bestellung #; ich habe sie vor % Minuten versehentlich aufgegeben.",
        ],
        middles: [
            "In der Sendungsverfolgung steht seit % Tagen \u{201E}unterwegs\u{201C}.",
            "Ich habe keinen Drucker f\u{FC}r das Etikett, und die n\u{E4}chste Post ist weit weg.",
            "Es sollte ein Geburtstagsgeschenk f\u{FC}r meine Tochter sein, und der ist in % Tagen.",
            "Ich habe deswegen schon letzte Woche geschrieben und nichts geh\u{F6}rt.",
            "Ich habe $ Euro mit Expressversand bezahlt und mir daher mehr erhofft.",
            "Der Herr am Telefon war freundlich, konnte meine Bestellung aber nicht sehen.",
            "Sonst war ich mit Ihrem Laden immer zufrieden und kaufe seit Jahren dort.",
        ],
        closings: [
            "K\u{F6}nnen Sie mir sagen, wie es weitergeht und womit ich rechnen kann?",
            "Bitte \u{FC}berweisen Sie mir das Geld zur\u{FC}ck.",
            "Bitte geben Sie mir bis Freitag Bescheid, ob Sie Ersatz schicken.",
        ],
        farewells: ["Mit freundlichen Gr\u{FC}\u{DF}en", "Viele Gr\u{FC}\u{DF}e", "Besten Dank"],
        attribution: "Am Mo., 2. M\u{E4}rz 2026 um 10:14 Uhr schrieb Example Shop <help@shop.test>:",
        quoted: [
            "Liebe Kundin, lieber Kunde, danke f\u{FC}r Ihre Bestellung.",
            "Ihre Zahlung ist da, wir versenden innerhalb von % Tagen.",
            "Mit der Nummer in dieser Mail k\u{F6}nnen Sie Ihr Paket verfolgen.", "Ihre Bestellnummer lautet #.",
        ],
        signature: ["M\u{FC}hlenweg 12, 24103 Kiel", "Tel. 0431 5550132", "Von meinem iPhone gesendet"]
    )
}
