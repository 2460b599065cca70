import Model
import Yams

extension InboxReader {
    /// How an inbox works, addresses people and promises.
    func readManner(_ section: Section, into inbox: inout Inbox) {
        section.value("address", .formality).map { inbox.formality = $0 }
        section.value("style", .replyForm).map { inbox.form = $0 }
        section["hours"].flatMap(HoursReader(holidayFiles: holidayFiles, log: log).hours).map { inbox.hours = $0 }
        section["promises"].map { inbox.promises = promises($0) }
    }

    private func promises(_ node: Node) -> PromiseSettings {
        var promises = PromiseSettings()
        guard let section = Section(node, name: "promises", keys: ["usual", "check_back"], log: log) else {
            return promises
        }
        section.value("usual", .workingTerm).map { promises.usual = $0 }
        section.value("check_back", .workingTerm).map { promises.checkBack = $0 }
        return promises
    }
}
