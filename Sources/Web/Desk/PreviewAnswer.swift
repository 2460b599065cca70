import HTTPTypes
import Hummingbird
import Model
import Pipeline

/// A draft as the customer will see it, for the frame inside the desk's page: under a policy of its own that lets styles
/// be, runs nothing, and fetches nothing.
enum PreviewAnswer {
    private static let policy = "default-src 'none'; style-src 'unsafe-inline'; sandbox; frame-ancestors 'self'"

    /// - Parameters:
    ///   - review: what there is to say about it, below; nil for nothing.
    ///   - parts: the messages that it goes out in, in a chat.
    static func of(
        _ body: DraftBody,
        review: DraftReview?,
        parts: [String]?,
        _ preview: (DraftBody) throws -> ReplyPreview
    ) -> Response {
        let html: String
        do {
            let shown = try preview(body)
            html = body.recipients.isChat ? bubbles(parts ?? [shown.text]) : shown.html
        } catch {
            html = "<p>This draft cannot be shown yet: \(HTMLText().escapeText("\(error)"))</p>"
        }
        let remarks = review.map(remarks) ?? ""
        let headers: HTTPFields = [
            .contentType: "text/html; charset=utf-8",
            .contentSecurityPolicy: policy,
            .frameOptions: "SAMEORIGIN",
        ]
        return Response(
            status: .ok,
            headers: headers,
            body: .init(byteBuffer: ByteBuffer(string: document(html + remarks)))
        )
    }

    /// A chat shows plain text, a message at a time.
    private static func bubbles(_ parts: [String]) -> String {
        parts.map { "<p class=\"bubble\">\(HTMLText().escapeText($0))</p>" }.joined()
    }

    private static func remarks(_ review: DraftReview) -> String {
        let findings = review.report.findings.map { finding in
            let quote = finding.span.text.isEmpty ? "" : "<q>\(HTMLText().escapeText(finding.span.text))</q> "
            return
                "<li><b>\(FindingWords.label(finding.severity)):</b> \(quote)\(HTMLText().escapeText(finding.message))</li>"
        }
        let obstacles = FindingWords.obstacles(review).map {
            "<li><b>Before it can leave:</b> \(HTMLText().escapeText($0))</li>"
        }
        let lines = obstacles + findings
        return lines.isEmpty ? "" : "<hr><ul>\(lines.joined())</ul>"
    }

    private static func document(_ html: String) -> String {
        """
        <!doctype html>
        <html lang="en"><head><meta charset="utf-8"><title>Preview</title>
        <style>body { margin: 18px 20px; background: #fff; color: #222; font: 15px/1.5 Arial, Helvetica, sans-serif; }
        .bubble { white-space: pre-wrap; width: fit-content; max-width: 60ch; background: #e3f1ef; border-radius: 14px 4px 14px 14px; padding: 8px 14px; margin: 0 0 8px; }
        hr { border: 0; border-top: 1px solid #dedcd5; margin: 24px 0 12px; } hr + ul { font-size: 14px; color: #5a636a; padding-left: 18px; }</style>
        </head><body>\(html)</body></html>
        """
    }
}
