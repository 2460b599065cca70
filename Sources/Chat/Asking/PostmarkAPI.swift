package import Foundation
package import Model

/// Postmark's Messages API, as far as it tells what its webhook could not bring
/// (postmarkapp.com/developer/api/messages-api#inbound-message-search).
package struct PostmarkAPI: Sendable {
    /// What became of a mail at Postmark, of what did not come.
    package enum State: String, Hashable, Sendable, CaseIterable {
        /// All attempts at our webhook failed: it is not tried again by itself.
        case failed
        /// Postmark holds it back, such as for an unpaid bill.
        case queued
    }

    package let address: APIAddress

    package init(_ settings: ChannelSettings) throws(ReplyError) {
        address = try settings.address()
    }

    /// The first 500 mails in a state since the day of `start`.
    package func mails(_ state: State, since start: Date, secret: String) -> APIRequest {
        let day = CalendarDay(start, in: .gmt).text
        return request("GET", "/messages/inbound?count=500&offset=0&status=\(state.rawValue)&fromdate=\(day)", secret)
    }

    /// Has Postmark call our webhook with a mail once more.
    package func retry(_ mail: String, secret: String) -> APIRequest {
        request("PUT", "/messages/inbound/\(APIRequest.percentEncoded(mail))/retry", secret)
    }

    private func request(_ method: String, _ path: String, _ secret: String) -> APIRequest {
        var request = APIRequest.get("\(address)\(path)")
        request.method = method
        if method != "GET" { request.body = [] }
        request.fields.append(HeaderField(name: "X-Postmark-Server-Token", value: secret))
        return request
    }

    /// How many mails there are, and the numbers of the first of them.
    package static func listed(_ json: JSONValue) throws(AskError) -> (count: Int, mails: [String]) {
        guard let list = json["InboundMessages"]?.list else {
            throw AskError(.nonsense, "Postmark answered with something that is no list of mail.")
        }
        let mails = list.compactMap { $0["MessageID"]?.label }
        return (max(json["TotalCount"]?.whole ?? 0, list.count), mails)
    }
}
