import Model
import Yams

extension ChannelReader {
    func provider(_ name: String, _ section: Section) -> ChannelProvider? {
        switch name {
        case "webhook": generic(section).map(ChannelProvider.webhook)
        case "slack": .slack(SlackChannel(channels: (section.strings("channels") ?? []).map(\.text)))
        case "telegram": .telegram(TelegramChannel(mode: section.value("receive", .receiving) ?? .poll))
        case "whatsapp":
            meta(section, account: "phone", "the phone number id, a number that Meta shows").map(
                ChannelProvider.whatsapp
            )
        case "messenger": meta(section, account: "page", "the id of the page").map(ChannelProvider.messenger)
        case "twilio": twilio(section)
        case "mailgun": .mailgun
        case "postmark": .postmark(user: section.string("user") ?? "wavelength")
        case "sendgrid": .sendgrid
        case "feed": FeedReader(channels: self).feed(section).map(ChannelProvider.feed)
        default: widget(section)
        }
    }

    private func text(_ section: Section, _ key: String, _ advice: String) -> String? {
        section.required(key, advice).flatMap { section.text(of: $0, key) }
    }

    private func meta(_ section: Section, account key: String, _ advice: String) -> MetaChannel? {
        let account = text(section, key, advice)
        let verifyToken = section.required("verify_token", "the word that you gave Meta for the webhook")
            .flatMap { logins.secret($0, "verify_token") }
        let version = section.value("version", .graphVersion)
        guard let account, let verifyToken else { return nil }
        var channel = MetaChannel(account: account, verifyToken: verifyToken)
        version.map { channel.version = $0 }
        return channel
    }

    private func twilio(_ section: Section) -> ChannelProvider? {
        let account = text(section, "account", "the account's SID, which begins with AC")
        let sender = text(section, "sender", "the number that replies come from, such as +4940123 or whatsapp:+4940123")
        guard let account, let sender else { return nil }
        return .twilio(TwilioChannel(account: account, sender: sender))
    }

    private func generic(_ section: Section) -> GenericChannel? {
        var channel = GenericChannel()
        section["fields"].map { channel.fields = FieldMapReader(log: log).fields($0) }
        guard let node = section["reply"] else { return channel }
        guard let reply = Section(node, name: "reply", keys: ["url", "key", "longest"], log: log) else { return nil }
        channel.replyURL = reply.required("url", "where replies are posted").flatMap { address($0, "url") }
        channel.replyKey = reply.required("key", "what replies are signed with, such as {env: NAME}")
            .flatMap { logins.secret($0, "key") }
        reply.value("longest", .letters).map { channel.longest = $0 }
        return channel
    }

    private func widget(_ section: Section) -> ChannelProvider? {
        let origins = (section.strings("origins") ?? []).compactMap { node, text -> String? in
            guard let origin = address(node, "origins")?.withoutLastSlash, origin.split(separator: "/").count == 2
            else {
                log.error(at: node, "“\(text)” should be a site such as https://shop.example, without a path")
                return nil
            }
            return origin
        }
        guard section.required("origins", "the sites that may show the chat, such as https://shop.example") != nil
        else { return nil }
        return .widget(WidgetChannel(origins: origins, title: section.string("title") ?? ""))
    }
}

extension TextForm where Value == TelegramChannel.Mode {
    static let receiving = TextForm(description: "webhook (Telegram calls) or poll (we ask)") {
        TelegramChannel.Mode(rawValue: $0)
    }
}

extension TextForm where Value == String {
    static let graphVersion = TextForm(description: "a version such as v21.0") { text in
        text.first == "v" && Double(text.dropFirst()) != nil ? text : nil
    }
}

extension TextForm where Value == Int {
    static let letters = TextForm(description: "a number of letters from 100 to 100000") { text in
        Int(text).flatMap { (100...100_000).contains($0) ? $0 : nil }
    }
}
