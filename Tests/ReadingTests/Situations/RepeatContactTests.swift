import Model
import Testing

@testable import Reading

/// Whether somebody wrote before is what turns a reply into a recovery, so that it is held to its words both ways.
@Suite("Who has written or called before, and who only waits")
struct RepeatContactTests {
    private static let finder = Result { CircumstanceFinder(try LabelFile.lexicon("circumstances")) }

    private func wroteBefore(_ message: (language: String, text: String)) throws -> [String] {
        try Self.finder.get().circumstances(in: message.text, language: message.language)
            .filter { $0.kind == .repeatContact }.map(\.span.text)
    }

    @Test("to wait, or to do a thing again, is no second contact", arguments: Self.firstLetters)
    func first(_ language: String, _ text: String) throws {
        #expect(try wroteBefore((language, text)) == [])
    }

    @Test("to have written, called or said it before is a second contact", arguments: Self.laterLetters)
    func again(_ language: String, _ text: String) throws {
        #expect(try !wroteBefore((language, text)).isEmpty)
    }

    private static let firstLetters = [
        ("en", "I ordered the lamp on 24 January and have not heard anything since. Where is it?"),
        ("en", "I sent the boots back three weeks ago and never heard back, so when do I get my money?"),
        ("en", "I paid on Monday and am still waiting to hear when you deliver."),
        ("en", "I am waiting for an answer from my bank, could you hold the order until then?"),
        ("en", "My second order came today and my third is on its way."),
        ("en", "This is the third time the parcel was left in the rain."),
        ("en", "For the second time this year you charged me twice."),
        ("en", "My second child is due in May, can I change the delivery date?"),
        ("en", "My colleague told me that you also sell spare parts."),
        ("de", "Ich habe vor zwei Wochen bestellt und seither nichts mehr gehört."),
        ("de", "Die Jacke ging am Montag zurück, bisher habe ich keine Rückmeldung."),
        ("de", "Ich warte auf Ihre Antwort, ob Sie das Regal auch in Weiß haben."),
        ("de", "Seit drei Wochen warte ich auf meine Bestellung und höre nichts von Ihnen."),
        ("de", "Zum dritten Mal ist das Paket beschädigt."),
        ("de", "Der Router ist schon mehrmals ausgefallen, seit ich ihn habe."),
        ("de", "Und bitte ändern Sie noch meine E-Mail-Adresse auf vera@neu.example."),
        ("fr", "J'ai commandé la lampe il y a deux semaines et je n'ai aucune nouvelle depuis."),
        ("fr", "J'ai renvoyé les bottes et je suis sans nouvelles de mon remboursement."),
        ("fr", "J'attends une réponse de ma banque avant de payer."),
        ("fr", "C'est la deuxième fois que je reçois une assiette cassée."),
        ("fr", "C'est la troisième fois que vous livrez chez le voisin."),
        ("fr", "L'appareil est tombé en panne plusieurs fois en un mois."),
        ("fr", "Mon deuxième colis n'est pas arrivé."),
        ("es", "Pedí la lámpara hace dos semanas y desde entonces no he tenido noticias."),
        ("es", "Devolví las botas y sigo sin noticias del reembolso."),
        ("es", "Sigo esperando mi pedido, ¿dónde está?"),
        ("es", "Es la segunda vez que me llega un plato roto."),
        ("es", "Por tercera vez dejaron el paquete en casa del vecino."),
        ("es", "Ya es la tercera avería en un mes."),
    ]

    private static let laterLetters = [
        ("en", "It is still not here. This is the second time I have to write."),
        ("en", "This is the second time I've had to contact you about it."),
        ("en", "I already wrote twice and the parcel is still missing."),
        ("en", "This is my third mail about the invoice."),
        ("en", "As I told your colleague last week, the lamp is broken."),
        ("en", "I explained all of it to your colleague on Friday."),
        ("en", "I have not heard anything since I wrote to you on Monday."),
        ("en", "Since my last email I have heard nothing."),
        ("en", "I am still waiting for an answer to my email of 3 March."),
        ("de", "Jetzt muss ich Ihnen schon zum zweiten Mal schreiben."),
        ("de", "Es ist das zweite Mal, dass ich mich deswegen melden muss."),
        ("de", "Ich habe bereits zweimal geschrieben, das Paket fehlt noch immer."),
        ("de", "Das ist meine dritte Mail zu dieser Rechnung."),
        ("de", "Wie ich Ihrer Kollegin letzte Woche gesagt habe, ist die Lampe kaputt."),
        ("de", "Ich hatte das Ihrem Kollegen am Freitag am Telefon erklärt."),
        ("de", "Seit meiner Mail vom Montag habe ich nichts mehr gehört."),
        ("de", "Meine E-Mails und meine Mails werden nicht gelesen."),
        ("fr", "C'est la deuxième fois que je dois vous écrire."),
        ("fr", "C'est la troisième fois que je vous contacte à ce sujet."),
        ("fr", "Je vous ai déjà écrit deux fois et le colis manque toujours."),
        ("fr", "C'est mon troisième mail au sujet de cette facture."),
        ("fr", "Comme je l'ai dit à votre collègue la semaine dernière, la lampe est cassée."),
        ("fr", "J'ai tout expliqué à votre collègue vendredi."),
        ("fr", "Depuis mon mail de lundi, je n'ai aucune nouvelle."),
        ("es", "Es la segunda vez que tengo que escribirles."),
        ("es", "Es la tercera vez que les contacto por lo mismo."),
        ("es", "Ya les escribí dos veces y el paquete sigue sin llegar."),
        ("es", "Este es mi tercer correo sobre la factura."),
        ("es", "Como le dije a su compañera la semana pasada, la lámpara está rota."),
        ("es", "Se lo expliqué todo a su compañero el viernes."),
        ("es", "Desde mi correo del lunes no tengo noticias."),
    ]
}
