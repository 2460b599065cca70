import ConfigurationFiles
import Foundation
import Model
import Replies
import Testing

@Suite("The starting pack of templates")
struct StartingPackTests {
    @Test("there is a template for every intent and occasion, and every part", arguments: PackCase.languages)
    func complete(_ language: String) {
        for name in ShippedFilesTests.intents + Occasion.templates {
            let template = PackCase.loaded.templates.template(named: name, languages: [language])
            #expect(template?.language == language, "\(name)")
            #expect(template?.topic?.isEmpty == false, "\(name)")
            #expect(template?.subject?.isEmpty == false, "\(name)")
        }
        let parts = PackCase.loaded.templates.parts(languages: [language])
        for part in PartName.allCases { #expect(parts?.names.contains(part.rawValue) == true, "\(part)") }
    }

    @Test("filled, it can be sent, whatever is known and however it is written", arguments: PackCase.all)
    func sendable(_ pack: PackCase) throws {
        for situation in PackSituation.all {
            let text = try pack.reply(situation).text
            for leftover in ["[[", "]]", "{{", "}}", "|", "  ", " .", " ,"] {
                #expect(!text.contains(leftover), "\(situation.title): “\(leftover)” in \(text)")
            }
        }
    }

    @Test("open optional slots leave whole sentences", arguments: PackCase.all)
    func withoutOptions(_ pack: PackCase) throws {
        for situation in PackSituation.all {
            let text = try pack.reply(situation, fillsOptional: false).text
            for line in text.split(separator: "\n").dropLast(3) {
                let last = try #require(line.last)
                #expect(".!?,:“”\"»0123456789".contains(last), "\(situation.title): \(line)")
            }
        }
    }

    @Test("a customer is addressed one way throughout", arguments: PackCase.all.filter { $0.language == "de" })
    func address(_ pack: PackCase) throws {
        let wrong: Set<String> =
            pack.formality == .formal
            ? ["du", "dir", "dich", "dein", "deine", "deinem", "deinen", "deiner", "deines"]
            : ["Ihnen", "Ihr", "Ihre", "Ihrem", "Ihren", "Ihrer", "Ihres"]
        for situation in PackSituation.all {
            let words = try pack.reply(situation).text.split { !$0.isLetter }.map(String.init)
            let found = words.filter { wrong.contains(pack.formality == .formal ? $0.lowercased() : $0) }
            #expect(found == [], "\(situation.title)")
        }
    }

    @Test("sentences are short", arguments: PackCase.all)
    func short(_ pack: PackCase) throws {
        for situation in PackSituation.all {
            let text = try pack.reply(situation).text
            let sentences = text.split { ".!?:\n".contains($0) }.map { $0.split(separator: " ").count }
            let telling = sentences.filter { $0 > 2 }
            #expect(telling.reduce(0, +) <= telling.count * 16, "\(situation.title): \(text)")
            #expect(sentences.allSatisfy { $0 <= 32 }, "\(situation.title): \(text)")
        }
    }

    @Test("the short form takes at most six sentences", arguments: PackCase.all.filter { $0.form == .chat })
    func chat(_ pack: PackCase) throws {
        let text = try pack.reply(PackSituation.plain, fillsOptional: false).text
        let said = text.split(separator: "\n").dropFirst().dropLast().joined(separator: " ")
        let ends = zip(said, said.dropFirst() + " ").filter { ".!?".contains($0) && $1 == " " }.count
        let days = said.split(separator: " ").count { $0.last == "." && $0.first?.isNumber == true && $0.count < 4 }
        #expect(ends - days <= 6, "\(text)")
    }

    @Test(
        "the number that the customer gave is used",
        arguments: PackCase.all.filter { $0.name.hasPrefix("order.") && $0.form == .mail }
    )
    func facts(_ pack: PackCase) throws {
        #expect(try pack.reply(PackSituation.plain).text.contains("10482"))
    }

    @Test("it holds no phrase that says nothing", arguments: PackCase.all)
    func hollow(_ pack: PackCase) throws {
        let text = try pack.reply(PackSituation.plain).text.lowercased()
        for phrase in Self.hollow { #expect(!text.contains(phrase), "\(phrase)") }
    }

    private static let hollow = [
        "any inconvenience", "as soon as possible", "our policy", "unfortunately", "we value", "do not hesitate",
        "rest assured", "per our", "kindly", "in due course", "shortly", "schnellstmöglich", "zeitnah", "baldmöglichst",
        "unannehmlichkeiten", "wir bitten um", "gemäß", "laut unseren", "zur kenntnis", "diesbezüglich",
    ]
}
