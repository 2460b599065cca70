import Model
import Testing

@testable import Reading

/// The lines by which mail programs introduce a quote, each with the text it introduces unmarked below: nothing but the
/// line itself tells that a quote begins.
struct AttributionTests {
    @Test(
        "a quote begins at the line that introduces it, in the languages of mail programs",
        arguments: [
            // Gmail
            "On Tue, 3 Mar 2026 at 10:15, Ann Smith <ann@example.org> wrote:",
            "On Tue, Mar 3, 2026 at 10:15 AM Ann Smith via Shop Support <ann@example.org>\nwrote:",
            "Am Di., 3. März 2026 um 10:15 Uhr schrieb Ann Smith <\nann@example.org>:",
            "Le mar. 3 mars 2026 à 10:15, Ann Smith <ann@example.org> a écrit :",
            "El mar, 3 mar 2026 a las 10:15, Ann Smith (<ann@example.org>) escribió:",
            "Il giorno mar 3 mar 2026 alle ore 10:15 Ann Smith <ann@example.org>\nha scritto:",
            "Em ter., 3 de mar. de 2026 às 10:15, Ann Smith <ann@example.org>\nescreveu:",
            "Op di 3 mrt 2026 om 10:15 schreef Ann Smith <ann@example.org>:",
            "Den tirs. 3. mar. 2026 kl. 10.15 skrev Ann Smith <ann@example.org>:",
            "Den tis 3 mars 2026 kl 10:15 skrev Ann Smith <ann@example.org>:",
            "tir. 3. mars 2026 kl. 10:15 skrev Ann Smith <ann@example.org>:",
            "ti 3. maalisk. 2026 klo 10.15 Ann Smith (ann@example.org) kirjoitti:",
            "wt., 3 mar 2026 o 10:15 Ann Smith <ann@example.org> napisał(a):",
            "út 3. 3. 2026 v 10:15 odesílatel Ann Smith <ann@example.org> napsal:",
            "ut 3. 3. 2026 o 10:15 Ann Smith <ann@example.org> napísal(a):",
            "Ann Smith <ann@example.org> ezt írta (időpont: 2026. márc. 3., K,\n10:15):",
            "mar., 3 mar. 2026 la 10:15, Ann Smith <ann@example.org> a scris:",
            "вт, 3 мар. 2026 г. в 10:15, Ann Smith <ann@example.org>:",
            "вт, 3 бер. 2026 р. о 10:15 Ann Smith <ann@example.org> пише:",
            "На вт, 3.03.2026 г. в 10:15 ч. Ann Smith <ann@example.org> написа:",
            "Στις Τρί 3 Μαρ 2026 στις 10:15 π.μ., ο χρήστης Ann Smith <ann@example.org> έγραψε:",
            "Ann Smith <ann@example.org>, 3 Mar 2026 Sal, 10:15 tarihinde şunu yazdı:",
            "uto, 3. ožu 2026. u 10:15 Ann Smith <ann@example.org> napisao je:",
            "V V tor., 3. mar. 2026 ob 10:15 je oseba Ann Smith <ann@example.org>\nnapisala:",
            "2026-03-03, an, 10:15 Ann Smith <ann@example.org> rašė:",
            "Vào Th 3, 3 thg 3, 2026 vào lúc 10:15 Ann Smith <ann@example.org> đã\nviết:",
            "Pada tanggal Sel, 3 Mar 2026 pukul 10.15 Ann Smith <ann@example.org> menulis:",
            "‫בתאריך יום ג׳, 3 במרץ 2026 ב-10:15 מאת ‪Ann Smith‬‏ <‪ann@example.org‬‏>:‬",
            "في الثلاثاء، ٣ مارس ٢٠٢٦ في ١٠:١٥ ص تمت كتابة ما يلي بواسطة ‪Ann Smith‬‏ <‪ann@example.org‬‏>:",
            "2026年3月3日(火) 10:15 Ann Smith <ann@example.org>:",
            "Ann Smith <ann@example.org> 于2026年3月3日周二 10:15写道：",
            "Ann Smith <ann@example.org> 於 2026年3月3日 週二 上午10:15寫道：",
            "2026년 3월 3일 (화) 오전 10:15, Ann Smith <ann@example.org>님이 작성:",
            "ในวันที่ อ. 3 มี.ค. 2026 เวลา 10:15 Ann Smith <ann@example.org> เขียนว่า:",
            // Apple Mail
            "On Mar 3, 2026, at 10:15, Ann Smith <ann@example.org> wrote:",
            "On 3 Mar 2026, at 10:15 am, Ann Smith <ann@example.org> wrote:",
            "Am 03.03.2026 um 10:15 schrieb Ann Smith <ann@example.org>:",
            "Le 3 mars 2026 à 10:15, Ann Smith <ann@example.org> a écrit :",
            "Op 3 mrt. 2026 om 10:15 heeft Ann Smith <ann@example.org> het volgende geschreven:",
            "Den 3. mar. 2026 kl. 10.15 skrev Ann Smith <ann@example.org>:",
            "3 mars 2026 kl. 10:15 skrev Ann Smith <ann@example.org>:",
            "El 3 mar 2026, a las 10:15, Ann Smith <ann@example.org> escribió:",
            "Il giorno 3 mar 2026, alle ore 10:15, Ann Smith <ann@example.org> ha scritto:",
            "Wiadomość napisana przez Ann Smith <ann@example.org> w dniu 3 mar 2026, o godz. 10:15:",
            "3 марта 2026 г., в 10:15, Ann Smith <ann@example.org> написал(а):",
            "在 2026年3月3日，上午10:15，Ann Smith <ann@example.org> 写道：",
            "2026/03/03 10:15、Ann Smith <ann@example.org>のメール:",
            // Thunderbird, Roundcube, mutt, Yahoo, Zoho, Yandex, mail.ru, K-9, Evolution
            "On 03.03.2026 10:15, Ann Smith wrote:",
            "Am 03.03.26 um 10:15 schrieb Ann Smith:",
            "Le 03/03/2026 à 10:15, Ann Smith a écrit :",
            "El 3/3/26 a las 10:15, Ann Smith escribió:",
            "Il 03/03/2026 10:15, Ann Smith ha scritto:",
            "Op 03-03-2026 om 10:15 schreef Ann Smith:",
            "Em 03/03/2026 10:15, Ann Smith escreveu:",
            "W dniu 03.03.2026 o 10:15, Ann Smith pisze:",
            "Dne 03. 03. 26 v 10:15 Ann Smith napsal(a):",
            "Dňa 3.3.2026 o 10:15 Ann Smith napísal(a):",
            "2026. 03. 03. 10:15 keltezéssel, Ann Smith írta:",
            "03.03.2026 10:15, Ann Smith пишет:",
            "Den 03.03.2026 10:15, skrev Ann Smith:",
            "Ann Smith kirjoitti 3.3.2026 klo 10.15:",
            "Dana 3.3.2026. u 10:15, Ann Smith je napisao/la:",
            "Στις 3/3/2026 10:15 π.μ., ο/η Ann Smith έγραψε:",
            "El 3/3/2026 10:15, Ann Smith va escriure:",
            "Þann 3.3.2026 10:15, skrifaði Ann Smith:",
            "Ann Smith schrieb am 03.03.2026 um 10:15:",
            "* Ann Smith <ann@example.org> [2026-03-03 10:15]:",
            "On Tue, Mar 03, 2026 at 10:15:00AM +0100, Ann Smith wrote:",
            "On Tue, 2026-03-03 at 10:15 +0100, Ann Smith wrote:",
            "    On Tuesday, March 3, 2026 at 10:15:41 AM EST, Ann Smith <ann@example.org> wrote:",
            "---- On Tue, 03 Mar 2026 10:15:00 +0100 Ann Smith <ann@example.org> wrote ----",
            "03.03.2026, 10:15, \"Ann Smith\" <ann@example.org>:",
            "Вторник, 3 марта 2026, 10:15 +03:00 от Ann Smith <ann@example.org>:",
            "At 2026-03-03 10:15:00, \"Ann Smith\" <ann@example.org> wrote:",
            "2026-03-03 10:15 GMT+01:00 Ann Smith <ann@example.org>:",
            "Quoting Ann Smith <ann@example.org>:",
            "Zitat von Ann Smith <ann@example.org>:",
            "*On Tue, 3 Mar 2026 at 10:15, Ann Smith <ann@example.org> wrote:*",
            "On Tue, 3 Mar 2026 at 10:15, Ann Smith <ann@example.org<mailto:ann@example.org>> wrote:",
            "On Tuesday, March 3rd, 2026 at 10:15 AM, Ann Smith <ann@example.org> wrote:",
            "Il giorno mar 3 mar 2026 alle ore 10:15 Ann Smith <ann@example.org\n> ha scritto:",
            "Ann Smith <ann@example.org> schrieb am Di., 3. März 2026,\n10:15:",
            "2026-03-03 10:15 GMT+01:00 Ann Smith <\nann@example.org>:",
            "Le Mardi 3 mars 2026 10h15, Ann Smith <ann@example.org> a écrit :",
            ">>> Ann Smith <ann@example.org> 03/03/26 10:15 AM >>>",
            "Sent from Samsung Mobile Ann Smith <ann@example.org> wrote on 3 Mar 2026 10:15:",
        ]
    )
    func introductions(line: String) {
        let newText = NewText.extract(from: "My answer.\n\n\(line)\n\nThe words of the other.\n\nAnn")
        #expect(newText.text == "My answer.")
        #expect(newText.shape == .replyAbove)
        #expect(NewText.extract(from: "My answer.\n\(line)\n> Words\n> of the other").text == "My answer.")
    }

    @Test(
        "where marked lines follow, less introduces them",
        arguments: [
            "Ann wrote:", "Ann Smith schrieb:", "You wrote:", "ann@example.org wrote:",
            "Ann Smith <ann@example.org> wrote",
            "On Monday, Ann wrote:", "Am Montag schrieb Ann:", "On 3 March, 10:15, Ann Smith skribis:",
            "Ann Smith <ann@example.org>:", "[ann@example.org (Ann Smith), 3.3.2026]:", "Ann Smith sent:",
        ]
    )
    func marked(line: String) {
        #expect(NewText.extract(from: "My answer.\n\n\(line)\n\n> Words of the other").text == "My answer.")
    }

    @Test(
        "own words on the line where a quote begins stay",
        arguments: [
            "Yes, please. On Tue, 3 Mar 2026 at 10:15, Ann Smith <ann@example.org> wrote:\n\nWords",
            "Yes, please. On Tue, 3 Mar 2026 at 10:15, Ann Smith\n<ann@example.org> wrote:\n> Words",
            "Yes, please. Am 03.03.2026 um 10:15 schrieb Ann Smith <ann@example.org>:\n\nWords",
            "Yes, please. Le 3 mars 2026 à 10:15, Ann Smith <ann@example.org> a écrit :\n> Words",
        ]
    )
    func sameLine(text: String) {
        #expect(NewText.extract(from: text).text == "Yes, please.")
    }

    @Test(
        "the writer's own sentences are no introductions",
        arguments: [
            "She wrote: come and fetch it.\nSo I came.",
            "Yesterday she wrote:\n\nCome and fetch it.\n\nSo I came.",
            "On 12 March 2026 your colleague wrote:\n\nWe refund you in five days.\n\nWhere is it?",
            "On 12 March 2026 at 10:15 you wrote:\n\nWe refund you in five days.\n\nWhere is it?",
            "Am 12. März 2026 um 10:15 schrieb mir Ihre Kollegin:\n\nWir erstatten.\n\nWo bleibt es?",
            "Frau Müller schrieb am 12.3.2026:\n\nWir erstatten.\n\nWo bleibt es?",
            "Le 12 mars 2026 à 10:15 votre collègue a écrit :\n\nOn rembourse.\n\nAlors ?",
            "El 12 de marzo de 2026 a las 10:15 usted me escribió:\n\nDevolvemos.\n\n¿Cuándo?",
            "On 3 March 2026 at 10:15 I ordered these:\n\n- a lamp\n- a chair",
            "On Monday at 10:15 I asked:\n\nWhere is it?",
            "Please write to ann@example.org or call on 3 March 2026 at 10:15:\n\n030 123456",
            "My order from 2026-03-03 10:15:\n\n1 lamp",
            "Am Montag um 10:15 war der Bote da, am Dienstag um 11:20 wieder:\n\nniemand klingelte.",
            "Two things:\n\n1. The lamp came on 3.3.2026 at 10:15.\n2. The chair did not.",
            "Here are times:\n2026-03-03 10:15:25\n03.03.2026 10:15\nMar 3, 2026 at 10:15\n\nWhich suits?",
            "My address is Ann Smith <ann@example.org>\n\nPlease use it.",
            "On the other hand, my order 20261 is fine:\n\nthank you.",
            "I bought it on 3 March 2026 (order 12345, ann@example.org). The following happened:\n\n10:15 it came",
            "I wrote to Shop <help@shop.example> on 3 March 2026 at 10:15:\n\nWhere is it?",
            "Le 3 mars 2026 à 10:15 j'ai écrit :\n\nrien reçu",
            "This is what he wrote on the parcel:\n\nFragile",
        ]
    )
    func traps(text: String) {
        let newText = NewText.extract(from: text)
        #expect(newText.text == text)
        #expect(newText.shape == .plain)
    }
}
