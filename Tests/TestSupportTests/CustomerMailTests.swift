import TestSupport
import Testing

@Suite("CustomerMail")
struct CustomerMailTests {
    private let mails = CustomerMail.make(count: 1000, seed: 7)

    @Test("the same seed makes the same mail, another seed other mail")
    func repeatable() {
        #expect(CustomerMail.make(count: 20, seed: 7) == Array(mails.prefix(20)))
        #expect(CustomerMail.make(count: 20, seed: 8) != Array(mails.prefix(20)))
    }

    @Test("the median is about 2.5 KB")
    func median() {
        let sizes = mails.map(\.count).sorted()
        #expect((2_200...2_800).contains(sizes[sizes.count / 2]))
    }

    @Test("every line ends with CR LF and no line is longer than mail allows")
    func lines() {
        for mail in mails {
            let text = mail.split(separator: 10, omittingEmptySubsequences: false)
            #expect(text.last?.isEmpty == true)
            #expect(text.dropLast().allSatisfy { $0.last == 13 && $0.count < 999 })
        }
    }

    @Test(
        "the odd kinds all occur",
        arguments: [
            "multipart/alternative", "multipart/mixed", "image/jpeg", "charset=iso-8859-1", "charset=x-unknown",
            "=utf-8",
        ]
    )
    func kinds(mark: String) {
        #expect(mails.contains { String(decoding: $0, as: UTF8.self).contains(mark) })
    }

    @Test("some have no Message-ID, most have one")
    func messageID() {
        let without = mails.filter { !String(decoding: $0, as: UTF8.self).contains("\r\nMessage-ID: ") }.count
        #expect((1...100).contains(without))
    }
}
