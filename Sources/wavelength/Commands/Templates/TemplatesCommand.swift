import ArgumentParser
import ConfigurationFiles
import Foundation
import Model
import Replies

struct TemplatesCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "templates",
        abstract: "List the templates of replies, and try an edit on the past before it is published.",
        subcommands: [TemplatesListCommand.self, TemplatesTryCommand.self]
    )
}

struct TemplatesListCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "list",
        abstract: "Every template with its languages, its title, and the inboxes that have one of their own."
    )

    @OptionGroup var root: RootOptions

    @Flag(help: "One line of JSON.")
    var json = false

    func run() throws {
        let configuration = ConfigurationFolder(Directories(root: root.path, data: root.path)).load()
        let templates = configuration.templates
        guard !templates.names.isEmpty else {
            throw CommandFailure("There are no templates below \(root.path)/templates that can be used.")
        }
        let listed = templates.names.map { name in
            ListedTemplate(templates.all.filter { $0.name == name }, languages: templates.languages(of: name))
        }
        print(json ? try Terminal.json(listed) : listed.map(\.forPeople).joined(separator: "\n"))
    }
}

private struct ListedTemplate: Encodable {
    struct Override: Encodable {
        var inbox: String
        var language: String
    }

    var name: String
    /// In English where there is an English one.
    var title: String
    var languages: [String]
    var overrides: [Override]

    /// - Parameter templates: all of one name.
    init(_ templates: [Template], languages: [String]) {
        name = templates.first?.name ?? ""
        title = (templates.first { $0.language == "en" } ?? templates.first)?.title ?? ""
        self.languages = languages
        overrides = templates.compactMap { template in
            template.inbox.map { Override(inbox: $0.rawValue, language: template.language) }
        }
    }

    var forPeople: String {
        let own = overrides.map { "\($0.inbox)/\($0.language)" }.joined(separator: " ")
        return [name, languages.joined(separator: " "), title, own].joined(separator: "\t")
            .trimmingCharacters(in: .whitespaces)
    }
}
