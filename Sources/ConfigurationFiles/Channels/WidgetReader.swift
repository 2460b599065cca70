import Foundation
import Model
import Yams

/// Reads `widget`: the chat page that a site embeds.
struct WidgetReader {
    let channels: ChannelReader

    private static let limits = [
        "messages", "messages_per_network", "visitors_per_network", "looks", "looks_per_network", "addresses",
        "addresses_per_network",
    ]

    func widget(_ section: Section) -> WidgetChannel? {
        let advice = "the sites that may show the chat, such as https://shop.example"
        let origins = (section.strings("origins") ?? []).compactMap { origin($0.node, $0.text) }
        let limits = section["limits"].map { readLimits($0) } ?? WidgetLimits()
        guard section.required("origins", advice) != nil else { return nil }
        return WidgetChannel(origins: origins, title: section.string("title") ?? "", limits: limits)
    }

    private func origin(_ node: Node, _ text: String) -> String? {
        guard let origin = channels.address(node, "origins")?.withoutLastSlash else { return nil }
        guard origin.split(separator: "/").count == 2 else {
            channels.log.error(at: node, "“\(text)” should be a site such as https://shop.example, without a path")
            return nil
        }
        return origin
    }

    private func readLimits(_ node: Node) -> WidgetLimits {
        var limits = WidgetLimits()
        guard let section = Section(node, name: "limits", keys: Self.limits, log: channels.log) else { return limits }
        read("messages", section, into: &limits.messages)
        read("messages_per_network", section, into: &limits.networkMessages)
        read("visitors_per_network", section, into: &limits.networkVisitors)
        read("looks", section, into: &limits.looks)
        read("looks_per_network", section, into: &limits.networkLooks)
        read("addresses", section, into: &limits.addresses)
        read("addresses_per_network", section, into: &limits.networkAddresses)
        check(limits.networkMessages, against: limits.messages, of: "messages", node)
        check(limits.networkLooks, against: limits.looks, of: "looks", node)
        return limits
    }

    /// A network holds at least one visitor.
    private func check(_ all: WidgetLimits.Rate, against mine: WidgetLimits.Rate, of key: String, _ node: Node) {
        guard all.atOnce < mine.atOnce || all.interval > mine.interval else { return }
        channels.log.error(at: node, "“\(key)_per_network” should allow at least what “\(key)” allows to one visitor")
    }

    /// What is not written keeps its default.
    private func read(_ key: String, _ limits: Section, into rate: inout WidgetLimits.Rate) {
        guard let node = limits[key],
            let section = Section(node, name: key, keys: ["at_once", "every"], log: channels.log)
        else { return }
        section.value("at_once", .burst).map { rate.atOnce = $0 }
        section.value("every", .duration(0.01...86_400, "0.01s to 1d")).map { rate.interval = $0 }
    }
}

extension TextForm where Value == Int {
    fileprivate static let burst = TextForm(description: "a number from 1 to 100000") { text in
        Int(text).flatMap { (1...100_000).contains($0) ? $0 : nil }
    }
}
