import HTTPTypes
import Hummingbird
import Model

/// A draft as the customer will see it, for the frame inside the desk's page: under a policy of its own that lets styles
/// be, runs nothing, and fetches nothing.
enum PreviewAnswer {
    private static let policy = "default-src 'none'; style-src 'unsafe-inline'; sandbox; frame-ancestors 'self'"

    static func of(_ body: DraftBody, _ preview: (DraftBody) throws -> ReplyPreview) -> Response {
        let html: String
        do {
            html = try preview(body).html
        } catch {
            html = "<p>This draft cannot be shown yet: \(HTMLText().escapeText("\(error)"))</p>"
        }
        let headers: HTTPFields = [
            .contentType: "text/html; charset=utf-8",
            .contentSecurityPolicy: policy,
            .frameOptions: "SAMEORIGIN",
        ]
        return Response(status: .ok, headers: headers, body: .init(byteBuffer: ByteBuffer(string: document(html))))
    }

    private static func document(_ html: String) -> String {
        """
        <!doctype html>
        <html lang="en"><head><meta charset="utf-8"><title>Preview</title>
        <style>body { margin: 18px 20px; background: #fff; color: #222; font: 15px/1.5 Arial, Helvetica, sans-serif; }</style>
        </head><body>\(html)</body></html>
        """
    }
}
