extension HostileMail {
    private static func html(_ name: String, _ unit: String) -> HostileMail {
        .body(name, unit, type: "text/html; charset=utf-8")
    }

    static let markup: [HostileMail] = [
        html("tags that are never closed", "<div>"),
        html("tags that are never opened", "</div>"),
        html("tags closed in the wrong order", "<b><i>a</b></i>"),
        html("less-than signs", "<"),
        html("beginnings of tags", "<a href=\""),
        html("one tag with many attributes", " a#=\"b\""),
        html("beginnings of comments", "<!-- "),
        html("scripts", "<script>a"),
        html("styles", "<style>p {} "),
        html("quotes in quotes", "<blockquote>a"),
        html("quotes of Gmail", "<div class=\"gmail_quote\">a"),
        html("lists in lists", "<ul><li>a"),
        html("tables in tables", "<table><tr><td>a"),
        html("cells", "<td>a"),
        html("links", "<a href=\"https://a.test/#\">a</a>"),
        html("entities", "&amp;"),
        html("beginnings of entities", "&"),
        html("line breaks", "<br>"),
        html("preformatted", "<pre>a\n"),
    ]
}
