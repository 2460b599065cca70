import Foundation
import HTTPTypes
import Hummingbird
import Pipeline

/// The script that a site embeds: our own code, with the words and the address of one widget before it.
struct WidgetEmbedding: Encodable {
    private let title: String
    private let language: String
    private let url: String
    private let openLabel: String
    private let closeLabel: String
    private let newsLabel: String

    init(_ widget: ChatWidget) {
        let words = WidgetWords.of(widget.language)
        language = words.language
        title = widget.title.isEmpty ? words.usualTitle : widget.title
        url = widget.url
        openLabel = words.open
        closeLabel = words.close
        newsLabel = words.news
    }

    /// Sites load it from us on every page, so it is kept for a while; but not so long that a change would not arrive.
    func response() throws -> Response {
        let encoder = JSONEncoder()
        encoder.outputFormatting = .sortedKeys
        let settings = String(decoding: try encoder.encode(self), as: UTF8.self)
        let code = String(decoding: PackageResources.widget_embed_js, as: UTF8.self)
        var headers: HTTPFields = [
            .contentType: "text/javascript; charset=utf-8", .cacheControl: "public, max-age=600",
        ]
        headers[.crossOriginResourcePolicy] = "cross-origin"
        let body = ByteBuffer(string: code.replacing("/* settings */ {}", with: settings))
        return Response(status: .ok, headers: headers, body: .init(byteBuffer: body))
    }
}
