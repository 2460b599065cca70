import Foundation
import Model
import Yams

extension ChannelReader {
    /// Complains where others have to reach the desk for a channel to work, and `desk.url` is not where they do.
    func checkAddress(of channel: ChannelSettings, _ section: Section) {
        guard channel.isCalled || channel.provider.isWidget else { return }
        guard let deskURL else { return complainOfNone(channel.provider, section) }
        guard let url = URLComponents(string: deskURL), url.scheme?.lowercased() == "http",
            !Loopback.contains(host: url.host ?? "")
        else { return }
        log.warning(
            at: section.place,
            "what customers write would cross the network readable by anybody: “desk.url” should begin with https://"
        )
    }

    private func complainOfNone(_ provider: ChannelProvider, _ section: Section) {
        let remedy = "write “desk: {url: https://…}”, the address of the desk from outside"
        switch provider {
        case .twilio:
            log.error(
                at: section.place,
                "Twilio signs the address that it calls: without “desk.url” every message is refused; \(remedy)"
            )
        case .widget: log.warning(at: section.place, "“desk.url” is missing, where visitors reach the chat: \(remedy)")
        default: log.warning(at: section.place, "“desk.url” is missing, where \(provider.name) calls: \(remedy)")
        }
    }
}

extension TextForm where Value == TimeInterval {
    /// Of senders that sign once and try for hours, the whole of that time and more.
    static func tolerance(of provider: ChannelProvider) -> TextForm {
        provider.signsOnce ? .duration(30...345_600, "30s to 4d") : .duration(30...3_600, "30s to 1h")
    }
}

extension ChannelProvider {
    fileprivate var isWidget: Bool {
        if case .widget = self { true } else { false }
    }

    fileprivate var signsOnce: Bool {
        usualTolerance > 3_600
    }
}
