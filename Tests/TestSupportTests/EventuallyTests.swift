import TestSupport
import Testing

@Suite("eventually")
struct EventuallyTests {
    @Test("a condition that comes true later gives its value")
    func comesTrue() async throws {
        var tries = 0
        let value = try await eventually("the third try") {
            tries += 1
            return tries == 3 ? "here" : nil
        }
        #expect(value == "here")
    }

    @Test("a condition that stays false fails with what was waited for and the last error")
    func staysFalse() async {
        let error = await #expect(throws: TestSupportError.self) {
            try await eventually(within: .milliseconds(20), "the moon") { () throws -> Bool in
                throw TestSupportError("clouds")
            }
        }
        #expect(error?.description.contains("the moon") == true)
        #expect(error?.description.contains("clouds") == true)
    }
}
