import Testing

@testable import Web

@Suite("Where a request comes from")
struct RequestOriginTests {
    @Test(
        "only the desk's own forms are served",
        arguments: [
            (RequestOrigin(fetchSite: "same-origin"), nil, true),
            (RequestOrigin(fetchSite: "cross-site", origin: "http://desk:8025", host: "desk:8025"), nil, false),
            (RequestOrigin(fetchSite: "same-site"), nil, false),
            (RequestOrigin(origin: "http://desk:8025", host: "desk:8025"), nil, true),
            (RequestOrigin(origin: "http://evil.example", host: "desk:8025"), nil, false),
            (RequestOrigin(origin: "null", host: "desk:8025"), nil, false),
            (RequestOrigin(origin: "https://desk.example", host: "127.0.0.1:8025"), "https://desk.example", true),
            (RequestOrigin(origin: "http://desk.example", host: "desk.example"), "https://desk.example", false),
            (RequestOrigin(host: "desk:8025"), nil, true),
        ] as [(RequestOrigin, String?, Bool)]
    )
    func origins(_ origin: RequestOrigin, publicOrigin: String?, isOwn: Bool) {
        #expect(origin.isOwn(publicOrigin: publicOrigin) == isOwn)
    }

    @Test(
        "the sign-in leads only to pages of the desk",
        arguments: [
            ("/conversations/3", "/conversations/3"), ("//evil.example", "/queue"), ("https://evil.example", "/queue"),
            ("/\\evil.example", "/queue"), ("/a\r\nSet-Cookie: x", "/queue"), ("", "/queue"),
        ]
    )
    func next(_ path: String, expected: String) {
        #expect(DeskRoutes.localPath(path) == expected)
    }
}
