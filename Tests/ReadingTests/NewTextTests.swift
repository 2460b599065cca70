import Model
import Testing

@testable import Reading

struct NewTextTests {
    @Test(
        "a quote below the answer is taken off",
        arguments: [
            "On Tue, 3 Mar 2026 at 10:15, Ann <ann@example.org> wrote:\n> Hello",
            "On Tue, 3 Mar 2026 at 10:15, Ann Long-Name\n<ann@example.org> wrote:\n\nHello, unmarked",
            "Am 03.03.2026 um 10:15 schrieb Ann Beispiel:\n> Hallo",
            "Am Dienstag, 3. März 2026 um 10:15 Uhr schrieb Ann\n<ann@example.org>:\n\nHallo",
            "Le mar. 3 mars 2026 à 10:15, Ann <ann@example.org> a écrit :\n> Bonjour",
            "El mar, 3 mar 2026 a las 10:15, Ann (<ann@example.org>) escribió:\n> Hola",
            "Il giorno mar 3 mar 2026 alle ore 10:15 Ann <ann@example.org> ha\nscritto:\n> Ciao",
            "Op di 3 mrt 2026 om 10:15 schreef Ann <ann@example.org>:\n> Hallo",
            "Em ter., 3 de mar. de 2026 às 10:15, Ann <ann@example.org> escreveu:\n> Oi",
            "вт, 3 мар. 2026 г. в 10:15, Ann <ann@example.org>:\n> Привет",
            "2026年3月3日(火) 10:15 Ann <ann@example.org>:\n> こんにちは",
            "-----Original Message-----\nFrom: Ann\nSent: Tuesday\nTo: Shop\nSubject: Hello\n\nHello",
            "-----Ursprüngliche Nachricht-----\nVon: Ann\n\nHallo",
            "________________________________\nFrom: Ann <ann@example.org>\nSent: Tuesday\nTo: Shop\nSubject: Hi\n\nHi",
            "Von: Ann <ann@example.org>\nGesendet: Dienstag\nAn: Laden\nBetreff: Hallo\n\nHallo",
            "*De :* Ann <ann@example.org>\n*Envoyé :* mardi\n*À :* Boutique\n*Objet :* Salut\n\nSalut",
            "---------- Forwarded message ---------\nFrom: Ann <ann@example.org>\nDate: Tue\nSubject: Hi\n\nHi",
            "Begin forwarded message:\n\nFrom: Ann <ann@example.org>\nSubject: Hi\nDate: Tuesday\n\nHi",
            "##- Please type your reply above this line -##\n\nYour request was updated",
            "> bare quote",
            "---- Ann Beispiel wrote ----\n\nHello",
            "From: ann@example.org\nDate: Tue, 3 Mar 2026 10:15:00 +0100\n\nHello",
            "_______________________________________________\nlist\nhttps://lists.example.org/list",
        ]
    )
    func quotes(quote: String) {
        #expect(NewText.extract(from: "My answer.\n\n" + quote).text == "My answer.")
        #expect(
            NewText.extract(from: "My answer.\r\n\r\n" + quote.split(separator: "\n").joined(separator: "\r\n")).text
                == "My answer."
        )
    }

    @Test(
        "the writer's own words stay",
        arguments: [
            "She wrote: come and fetch it.\nSo I came.",
            "Yesterday she wrote:\n\nCome and fetch it.\n\nSo I came.",
            "On 12 March 2026 your colleague wrote:\n\nWe refund you in five days.\n\nWhere is it?",
            "From: Berlin\nTo: Paris\nDate: Friday\n\nPlease book this.",
            "My list:\n- one\n- two",
            "Von meinem Konto wurde zweimal abgebucht.",
            "Sent by DHL three weeks ago.",
            "The code is -- see below -- 12",
            ">From what I see it is broken.",
            "Subject: my order\n\nWhere is it?",
        ]
    )
    func ownWords(text: String) {
        let expected = text.hasPrefix(">From") ? String(text.dropFirst()) : text
        #expect(NewText.extract(from: text).text == expected)
    }

    @Test("answers between quoted lines stay in order")
    func interleaved() {
        let text = """
            Thanks!
            On 3 March 2026 10:15, Ann wrote:
            > Which size?
            Large.

            > Which colour?
            Blue.
            -- 
            Bob
            """
        #expect(NewText.extract(from: text).text == "Thanks!\nLarge.\n\nBlue.")
    }

    @Test(
        "signatures are taken off, own text above and below them stays",
        arguments: [
            "My answer.\n-- \nBob\nShop Ltd.", "My answer.\n--\nBob", "My answer.\n\nSent from my iPhone",
            "My answer.\n\nVon meinem iPhone gesendet", "My answer.\n\nEnvoyé de mon iPhone",
            "My answer.\n\nGet Outlook for iOS<https://aka.ms/o0ukef>", "My answer.\nSent from my iPhone\n\n> quote",
        ]
    )
    func signatures(text: String) {
        #expect(NewText.extract(from: text).text == "My answer.")
    }

    @Test(
        "a message of nothing but a quote or a signature has no text of its own",
        arguments: ["> only\n> quote", "-- \nBob"]
    )
    func empty(text: String) {
        let newText = NewText.extract(from: text)
        #expect(newText.text.isEmpty && newText.shape == .empty)
    }

    @Test(
        "no text is too strange, and none slow",
        arguments: [
            "", "\n", "\0", "\r", ">", ":", "-- ", "\u{301}", "On wrote:", "@:", "<@>:", "From:",
            "--Original Message--",
            "On 2026 a@b wrote:\n".repeated, "From: a@b\n".repeated, "a ".repeated, ">".repeated, "-".repeated,
            "\u{301}".repeated, "\r\n".repeated, "wrote:".repeated, "On a\n".repeated + "wrote:", "--\n".repeated,
        ]
    )
    func strange(text: String) {
        let newText = NewText.extract(from: text)
        #expect(newText.text.utf8.count <= text.utf8.count)
    }
}

extension String {
    fileprivate var repeated: String { String(repeating: self, count: 20_000) }
}
