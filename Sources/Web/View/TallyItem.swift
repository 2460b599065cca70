import Model

/// How promises ended, for one inbox, matter and template: a line of the page, and of the API's list.
struct TallyItem: Codable, Hashable, Sendable {
    var inbox: String
    var matter: String
    var template: String
    var kept: Int
    var beaten: Int
    var broken: Int

    init(_ tally: PromiseTally) {
        inbox = tally.inbox.rawValue
        matter = tally.matter
        template = tally.template
        kept = tally.counts[.kept] ?? 0
        beaten = tally.counts[.beaten] ?? 0
        broken = tally.counts[.broken] ?? 0
    }
}
