/// What a UID FETCH asks for. Parts of the message are only ever asked for with `PEEK`, so that fetching never sets
/// `\Seen`. RFC 9051 section 6.4.5.
package enum FetchItem: Hashable, Sendable {
    /// `UID`
    case uid
    /// `RFC822.SIZE`
    case size
    /// `INTERNALDATE`
    case internalDate
    /// `FLAGS`
    case flags
    /// `BODY.PEEK[]`
    case message
    /// `BODY.PEEK[HEADER]`
    case header

    var wire: StaticString {
        switch self {
        case .uid: "UID"
        case .size: "RFC822.SIZE"
        case .internalDate: "INTERNALDATE"
        case .flags: "FLAGS"
        case .message: "BODY.PEEK[]"
        case .header: "BODY.PEEK[HEADER]"
        }
    }

    /// Whether the response has what this item asks for.
    func isAnswered(by response: FetchResponse) -> Bool {
        switch self {
        case .uid: response.uid != nil
        case .size: response.size != nil
        case .internalDate: response.internalDate != nil
        case .flags: response.flags != nil
        case .message: response.sections.contains { $0.part == .whole }
        case .header: response.sections.contains { $0.part == .header }
        }
    }
}
