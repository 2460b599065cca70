import MIME
import Model
import Testing

@Suite("Marks upon marks on one letter")
struct MarkTests {
    /// An acute accent above and a grave one below, which Unicode puts the other way round.
    private static let pair = "\u{301}\u{316}"
    private static let joiner = "\u{34F}"

    private static func marks(_ count: Int) -> String {
        String(repeating: pair, count: count / 2) + (count % 2 == 1 ? "\u{301}" : "")
    }

    @Test(
        "after thirty a joiner begins a new run",
        arguments: [
            ("a" + marks(30), "a" + marks(30)),
            ("a" + marks(31), "a" + marks(30) + joiner + "\u{301}"),
            ("a" + marks(70) + "b", "a" + marks(30) + joiner + marks(30) + joiner + marks(10) + "b"),
            (marks(32), marks(30) + joiner + pair),
            ("a" + marks(30) + "b" + marks(30), "a" + marks(30) + "b" + marks(30)),
            (String(repeating: "\u{1E7B}", count: 40), String(repeating: "\u{1E7B}", count: 40)),
        ]
    )
    func subject(_ written: String, _ read: String) {
        let subject = Mail.read("Subject: \(written)\n\n").content.subject
        #expect(Array(subject.unicodeScalars) == Array(read.unicodeScalars))
    }

    @Test(
        "wherever a header holds them",
        arguments: [
            "From: a# <a@b.test>", "From: \"a#\"", "Cc: <a#@b.test>", "Content-Type: text/a#", "Auto-Submitted: a#",
            "Content-Type: text/plain; charset=a#", "Content-Disposition: attachment; filename=\"a#\"",
            "Subject: =?utf-8?Q?a#?=", "Content-Type: text/plain; name*=utf-8''a#",
        ]
    )
    func fields(_ field: String) {
        let message = Mail.read(field.replacing("#", with: Self.marks(100)) + "\n\nWhere is it?\n")
        let texts = String(describing: message).unicodeScalars
        var (run, longest) = (0, 0)
        for scalar in texts {
            run = scalar == "\u{301}" || scalar == "\u{316}" ? run + 1 : 0
            longest = max(longest, run)
        }
        #expect(longest == 30)
    }
}
