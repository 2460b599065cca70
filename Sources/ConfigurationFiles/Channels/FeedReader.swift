import Model
import Yams

/// Reads `feed`: a JSON document that is asked for every so often.
struct FeedReader {
    let channels: ChannelReader

    private var log: ProblemLog { channels.log }

    func feed(_ section: Section) -> FeedChannel? {
        let url = section.required("url", "the address to ask").flatMap { channels.address($0, "url") }
        let header = section.value("header", .fieldName)
        let before = section.string("before")
        let cursor = section["cursor"].flatMap(cursor)
        let pageSize = section["page"].flatMap(pageSize)
        let interval = section.value("every", .duration(5...86_400, "5s to 1d"))
        guard let url else { return nil }
        var feed = FeedChannel(url: url, cursor: cursor, pageSize: pageSize)
        section["fields"].map { feed.fields = FieldMapReader(log: log).fields($0) }
        header.map { feed.tokenField = $0 }
        before.map { feed.tokenPrefix = $0 }
        interval.map { feed.interval = $0 }
        return feed
    }

    private func cursor(_ node: Node) -> FeedChannel.Cursor? {
        guard let section = Section(node, name: "cursor", keys: ["parameter", "member"], log: log) else { return nil }
        let parameter = section.required("parameter", "the parameter of the address that says where to go on")
        let member = section.required("member", "the member of the answer that gives it, such as meta.next")
        guard let name = parameter.flatMap({ section.text(of: $0, "parameter") }), member != nil,
            let path = section.value("member", .memberPath)
        else { return nil }
        return FeedChannel.Cursor(parameter: name, member: path)
    }

    private func pageSize(_ node: Node) -> FeedChannel.PageSize? {
        guard let section = Section(node, name: "page", keys: ["parameter", "size"], log: log) else { return nil }
        let parameter = section.required("parameter", "the parameter of the address for how many come at once")
        let size = section.required("size", "how many come at once")
        guard let name = parameter.flatMap({ section.text(of: $0, "parameter") }), size != nil,
            let count = section.value("size", .pageSize)
        else { return nil }
        return FeedChannel.PageSize(parameter: name, size: count)
    }
}

extension TextForm where Value == Int {
    static let pageSize = TextForm(description: "a number from 1 to 10000") { text in
        Int(text).flatMap { (1...10_000).contains($0) ? $0 : nil }
    }
}

extension TextForm where Value == String {
    /// A token of RFC 9110 §5.6.2.
    static let fieldName = TextForm(description: "the name of a header field such as X-Api-Key") { text in
        let marks = Set("!#$%&'*+-.^_`|~")
        let isToken = text.allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber || marks.contains($0)) }
        return isToken && !text.isEmpty ? text : nil
    }
}
