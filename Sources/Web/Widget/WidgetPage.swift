import HTTPTypes
import Hummingbird
import Pipeline

/// The page in the frame. Its script fills the list of messages; without it the page says so.
struct WidgetPage: Page {
    static let template = "widget"

    let title: String
    let words: WidgetWords
    let outlook: String
    let offersMail: Bool
    /// Where the page's script asks.
    let path: String
    let longest = WidgetMessage.longest
    let longestName = WidgetMessage.longestName
    let style = Asset.widgetStyle.path
    let script = Asset.widgetScript.path
    private let origins: [String]

    init(_ widget: ChatWidget, outlook: AnswerOutlook) {
        words = WidgetWords.of(widget.language)
        title = widget.title.isEmpty ? words.usualTitle : widget.title
        self.outlook = words.outlook(outlook)
        offersMail = widget.offersMail
        path = "/widget/\(widget.name)"
        origins = widget.origins.compactMap { PublicURL($0)?.origin }
    }

    func response(by resources: WebResources) -> Response {
        var response = resources.answer(self)
        response.headers[.contentSecurityPolicy] = policy
        response.headers[.crossOriginResourcePolicy] = "cross-origin"
        response.headers[.cacheControl] = "no-store"
        return response
    }

    /// Only the configured sites may show it, and it loads nothing from elsewhere. A policy of its own takes the place of
    /// the desk's (`SecurityHeaders`).
    private var policy: String {
        let ancestors = origins.isEmpty ? "'none'" : origins.joined(separator: " ")
        return "default-src 'none'; style-src 'self'; script-src 'self'; connect-src 'self'; form-action 'none'; "
            + "base-uri 'none'; frame-ancestors \(ancestors)"
    }
}
