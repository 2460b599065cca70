import Model
import Testing

@Suite("the held-out messages")
struct HeldOutMessagesTests {
    @Test("every intent has at least three messages in each language", arguments: HeldOutMessages.languages)
    func enoughOfEach(language: String) throws {
        let messages = try HeldOutMessages.read(language)
        let counts = Dictionary(messages.flatMap(\.intents).map { ($0, 1) }, uniquingKeysWith: +)
        #expect(HeldOutMessages.intents.filter { counts[$0, default: 0] < 3 } == [])
        #expect(Set(messages.map(\.id)).count == messages.count)
    }

    @Test("a mark is found in its text")
    func marksAreRead() throws {
        let message = try #require(try HeldOutMessages.parse(Self.sound, file: "x.txt").first)
        #expect(message.text == "Grüezi, wo ist A 17?\n\nBrauche es am Freitag")
        #expect(message.asks.map(\.kinds) == [[.question], [.deadline]])
        #expect(message.asks.map(\.span.start) == [8, 22])
        #expect(message.facts.map(\.value) == ["A17", "2026-03-06"])
        #expect(message.circumstances.map(\.kinds) == [[.time, .travel]])
        #expect(message.circumstances.map(\.isOptional) == [true])
        #expect(message.flags == [.churn])
    }

    @Test(
        "a fault names its file and line",
        arguments: [
            ("sentiment: -1", "sentiment: -3", 5), ("urgency: 2", "urgent: 2", 3), ("order.where", "order.lost", 4),
            ("question: wo ist", "question: wo war", 8), ("fact date", "fact day", 12),
            ("flags: churn", "flags churn", 7),
            ("received: ", "", 1),
        ]
    )
    func faultsAreLocated(sound: String, broken: String, line: Int) {
        let text = Self.sound.replacing(sound, with: broken)
        let error = #expect(throws: HeldOutError.self) { try HeldOutMessages.parse(text, file: "x.txt") }
        #expect(error?.description.hasPrefix("x.txt:\(line): ") == true)
    }

    private static let sound = """
        received: 2026-03-04T10:15:00+01:00 Europe/Berlin

        == x-1
        intents: order.where
        sentiment: -1
        urgency: 2
        flags: churn
        question: wo ist A 17
        deadline: Brauche es am Freitag
        circumstance? time or travel: Brauche es
        fact order_id: A17 = A 17
        fact date: 2026-03-06 = Freitag
        text:
        Grüezi, wo ist A 17?

        Brauche es am Freitag

        """
}
