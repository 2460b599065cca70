/// A page of the charter, for people who want to know why something is found.
package struct CharterPage: Hashable, Sendable {
    /// The last part of its address: letters, digits, `-`.
    package var name: String
    package var title: String
    /// A fragment of HTML without any that somebody from outside wrote.
    package var html: String
    /// The checks that it explains.
    package var checks: [String]

    package init(name: String, title: String, html: String, checks: [String]) {
        self.name = name
        self.title = title
        self.html = html
        self.checks = checks
    }
}

/// The pages of the charter by name and by check.
struct CharterBook: Sendable {
    let pages: [CharterPage]
    private let byCheck: [String: String]

    init(_ pages: [CharterPage]) {
        self.pages = pages
        let named = pages.flatMap { page in page.checks.map { ($0, page.name) } }
        byCheck = Dictionary(named, uniquingKeysWith: { first, _ in first })
    }

    func page(_ name: String) -> CharterPage? {
        pages.first { $0.name == name }
    }

    /// The address of the page that explains a check; nil where there is none.
    func path(of check: String) -> String? {
        byCheck[check].map { "/charter/\($0)" }
    }
}

/// The list of the charter's pages.
struct CharterIndex: Page {
    static let template = "charter"

    var frame: Frame
    var pages: [CharterPage]
    var isEmpty: Bool

    init(frame: Frame, pages: [CharterPage]) {
        self.frame = frame
        self.pages = pages
        isEmpty = pages.isEmpty
    }
}

struct CharterSheet: Page {
    static let template = "charter-page"

    var frame: Frame
    var title: String
    var html: String
}
