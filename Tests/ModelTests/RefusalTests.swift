import Model
import Testing

@Suite("Why a decision was refused")
struct RefusalTests {
    @Test(
        "is one sentence with one mark at its end, also where what is asked for ends with one",
        arguments: [
            (["Delivery day"], "Still to be filled: Delivery day."),
            (["Delivery day", "On which day?"], "Still to be filled: Delivery day, On which day?"),
            (["Write it as a question."], "Still to be filled: Write it as a question."),
        ]
    )
    func openSlots(labels: [String], sentence: String) {
        #expect(Refusal.openSlots(labels).sentence == sentence)
    }
}
