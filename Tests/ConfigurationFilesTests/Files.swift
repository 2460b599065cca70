import ConfigurationFiles
import Foundation

/// Configurations made of texts, read as the program reads files.
enum Files {
    static let directories = Directories(root: "/etc/wavelength", data: "/var/lib/wavelength")

    static let settings = """
        inboxes:
          support:
            addresses: [hello@shop.example]
            imap:
              host: imap.shop.example
              user: hello@shop.example
              password: {env: MAIL_PASSWORD}
              from: now
        """

    static let intents = """
        intents:
          - id: order.where
            title: Where is my order
            keywords:
              en:
                where is my order: 5
                tracking: 2
        """

    static let template = """
        ---
        title: Where is my order
        promise: none
        ---
        ## gain
        It comes.
        """

    /// What every language needs.
    static let parts = [
        "en/_greeting": "Hello,", "en/_closing": "Kind regards", "en/_signature": "{{agent.name}}",
        "en/_ask_left": "“{{ask}}”: [[answer]]", "en/_joint": "As for {{topic}}:", "en/_limit": "Not {{limit.what}}.",
        "en/_recovery": "Sorry: [[what_happened]], [[what_changes]].", "en/_goodwill": "You get [[goodwill]].",
        "en/_lookup_missing": "I look for it.", "en/_lookup_late": "I look again.",
    ]

    static func load(
        settings: String = settings,
        intents: String = intents,
        templates: [String: String] = ["en/order.where": template, "en/unclear": template]
    ) -> LoadedConfiguration {
        let parts = Self.parts.merging(templates) { $1 }
        let files = [
            ConfigurationFile(path: LoadedConfiguration.settingsPath, text: settings),
            ConfigurationFile(path: "config/intents/shop.yaml", text: intents),
        ]
        let pack = parts.map { ConfigurationFile(path: "templates/\($0.key).md", text: $0.value) }
        return LoadedConfiguration(files: files + pack, directories: directories)
    }

    /// `Files.settings` with lines put under `imap:`, or in place of those that begin with the same key.
    static func settings(imap lines: String...) -> String {
        var result = settings.split(separator: "\n").map(String.init)
        for line in lines {
            let key = line.prefix { $0 != ":" } + ":"
            result.removeAll { $0.hasPrefix("      \(key)") }
            result.append("      \(line)")
        }
        return result.joined(separator: "\n")
    }

    /// The folder of this package.
    static var root: String {
        URL(filePath: #filePath).resolvingSymlinksInPath()
            .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent().path
    }
}
