import Foundation
import Model
import Testing

@testable import Reading

struct AbsenceTests {
    /// Thursday.
    private static let sent = CalendarDay(year: 2025, month: 5, day: 8)

    private func absence(_ text: String, subject: String = "Automatic reply: Hello", known: Bool = true) -> Absence? {
        AbsenceFinder.find(subject: subject, text: text, isKnown: known, sent: Self.sent)
    }

    @Test(
        "the day of coming back is the first day back",
        arguments: [
            ("I am out of the office and will be back on Monday 12 May.", "2025-05-12"),
            ("I will return on May 19th, 2025.", "2025-05-19"), ("Returning 2025-06-02.", "2025-06-02"),
            ("I'm away. Back on Monday!", "2025-05-12"), ("I'll be back tomorrow.", "2025-05-09"),
            ("I am on leave from 5 May to 16 May and will be back in the office on 19 May.", "2025-05-19"),
            ("I am back on 5/20.", "2025-05-20"), ("I return to the office on 20/5/2025.", "2025-05-20"),
            ("I am on leave, returning January 7.", "2026-01-07"),
            ("Ich bin ab dem 03.06. wieder im Büro.", "2025-06-03"),
            ("Am 12. Mai bin ich wieder erreichbar.", "2025-05-12"),
            ("Ich bin vom 1. bis 15. August im Urlaub und ab Montag, 18. August 2025 wieder für Sie da.", "2025-08-18"),
            ("Ich bin im Urlaub. Am Dienstag bin ich zurück.", "2025-05-13"),
            ("Je suis absent, de retour le 14 juillet.", "2025-07-14"),
            ("Je serai de retour le lundi 1er septembre 2025.", "2025-09-01"),
            ("Estoy de vacaciones. Regreso el 5 de agosto.", "2025-08-05"),
            ("Vuelvo el lunes 2 de junio de 2025.", "2025-06-02"),
            ("Sono in ferie, rientro il 25 agosto.", "2025-08-25"),
            ("Sarò di nuovo in ufficio lunedì 9 giugno.", "2025-06-09"),
            ("Ik ben afwezig en ben op 12 mei weer bereikbaar.", "2025-05-12"),
            ("Vanaf 16-06-2025 ben ik terug.", "2025-06-16"),
            ("Estou de férias e volto no dia 12 de maio.", "2025-05-12"),
            ("Estarei de volta em 2 de junho.", "2025-06-02"),
        ]
    )
    func back(text: String, day: String) {
        #expect(absence(text)?.returnDate == day)
    }

    @Test(
        "a day that ends an absence is the last day away, so that the day after it is the first day back",
        arguments: [
            ("I am out of the office until 16 May.", "2025-05-17"),
            ("I am away through Friday, May 16.", "2025-05-17"), ("I'm on holiday till 31 May.", "2025-06-01"),
            ("I am on leave from 12 to 23 May.", "2025-05-24"),
            ("I am away 12 May - 16 May and read no mail.", "2025-05-17"),
            ("I am out until 16 May and cannot return your call.", "2025-05-17"),
            ("Ich bin bis zum 05.08. nicht im Büro.", "2025-08-06"),
            ("Ich bin bis einschließlich 16. Mai abwesend.", "2025-05-17"),
            ("Vom 01.08.2025 bis 15.08.2025 bin ich im Urlaub.", "2025-08-16"),
            ("Je suis absente jusqu'au 20 mai.", "2025-05-21"),
            ("Je suis en congé du 1er au 14 août.", "2025-08-15"),
            ("Estoy fuera de la oficina hasta el 5 de agosto.", "2025-08-06"),
            ("Sono in ferie fino al 20 agosto.", "2025-08-21"),
            ("Sono assente dal 3 al 10 giugno.", "2025-06-11"),
            ("Ik ben tot en met 16 mei afwezig.", "2025-05-17"), ("Ik ben met vakantie t/m 16 mei.", "2025-05-17"),
            ("Estou de férias até 16 de maio.", "2025-05-17"), ("I am away until 31 December.", "2026-01-01"),
        ]
    )
    func until(text: String, day: String) {
        #expect(absence(text)?.returnDate == day)
    }

    @Test(
        "an absence without a day is an absence, and a day that says nothing of coming back is none",
        arguments: [
            "I am currently out of the office.", "Ich bin derzeit nicht im Büro.",
            "I am out of the office and will get back to you. Our fair is on 20 May.",
            "I am away from 5/40 on.", "I am on holiday. In urgent cases call 030 12 05 20.",
        ]
    )
    func open(text: String) {
        let found = absence(text)
        #expect(found != nil && found?.returnDate == nil)
    }

    @Test(
        "an acknowledgement is no absence",
        arguments: [
            "We will get back to you by 12 May.", "Thank you, we have your mail.", "Your ticket was opened on 5 May.",
        ]
    )
    func acknowledgement(text: String) {
        #expect(absence(text, subject: "Ticket 12", known: false) == nil)
    }

    @Test("the evidence is the sentence, on one line")
    func evidence() {
        let text =
            "Hello,\n\nI am away. I will be back in the office for all of your questions and wishes\non 19 May. Regards"
        #expect(
            absence(text)?.evidence == "I will be back in the office for all of your questions and wishes on 19 May."
        )
    }

    @Test("the subject counts where the text says nothing")
    func subject() {
        #expect(absence("Thank you.", subject: "Out of office until 16 May")?.returnDate == "2025-05-17")
    }

    @Test("without a day of writing only whole dates are read")
    func undated() {
        let find = { AbsenceFinder.find(subject: "", text: $0, isKnown: true, sent: nil) }
        #expect(find("Back on 19 May.")?.returnDate == nil)
        #expect(find("Back on 19 May 2025.")?.returnDate == "2025-05-19")
    }

    @Test("the day of writing is that of the writer's clock")
    func zone() {
        let late = Date(timeIntervalSince1970: 1_746_745_200)
        #expect(CalendarDay(late, offset: 0).text == "2025-05-08")
        #expect(CalendarDay(late, offset: ZoneOffset.seconds("Fri, 9 May 2025 08:00:00 +0900")).text == "2025-05-09")
        #expect(ZoneOffset.seconds("Thu, 8 May 2025 17:30:00 -0530 (X)") == -19_800)
        #expect(ZoneOffset.seconds("Thu, 8 May 2025 23:00:00 GMT") == 0)
    }

    @Test(
        "days are counted by the calendar",
        arguments: [(2024, 2, 29, "2024-02-29"), (2000, 2, 29, "2000-02-29"), (1969, 12, 31, "1969-12-31")]
    )
    func calendar(year: Int, month: Int, day: Int, text: String) {
        #expect(CalendarDay(year: year, month: month, day: day)?.text == text)
    }

    @Test("days that no month has are none", arguments: [(2025, 2, 29), (1900, 2, 29), (2025, 4, 31), (2025, 13, 1)])
    func noDay(year: Int, month: Int, day: Int) {
        #expect(CalendarDay(year: year, month: month, day: day) == nil)
    }

    @Test("weekdays begin with Monday")
    func weekday() {
        #expect(Self.sent?.weekday == 4)
        #expect(Self.sent?.next.text == "2025-05-09")
    }
}
