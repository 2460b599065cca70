import Mustache

/// The desk's pages as Mustache templates, embedded in the program.
struct PageLibrary: Sendable {
    private let library: MustacheLibrary

    /// Throws where a template cannot be parsed.
    init() throws {
        MustacheContentTypes.register(HTMLText(), named: HTMLText.pragma)
        var library = MustacheLibrary()
        for (name, bytes) in Self.sources {
            let source = "{{% CONTENT_TYPE:\(HTMLText.pragma)}}" + String(decoding: bytes, as: UTF8.self)
            try library.register(source, named: name)
        }
        self.library = library
    }

    func render(_ page: some Page) -> String {
        library.render(page, withTemplate: type(of: page).template) ?? ""
    }

    private static let sources: [String: [UInt8]] = [
        "alerts": PackageResources.alerts_mustache,
        "charter": PackageResources.charter_mustache,
        "charter-page": PackageResources.charter_page_mustache,
        "composer": PackageResources.composer_mustache,
        "error": PackageResources.error_mustache,
        "layout": PackageResources.layout_mustache,
        "leaving": PackageResources.leaving_mustache,
        "matter": PackageResources.matter_mustache,
        "parked": PackageResources.parked_mustache,
        "promise-fields": PackageResources.promise_fields_mustache,
        "promise-item": PackageResources.promise_item_mustache,
        "promises": PackageResources.promises_mustache,
        "queue": PackageResources.queue_mustache,
        "queue-item": PackageResources.queue_item_mustache,
        "review": PackageResources.review_mustache,
        "sent": PackageResources.sent_mustache,
        "slot": PackageResources.slot_mustache,
        "sign-in": PackageResources.sign_in_mustache,
        "starter": PackageResources.starter_mustache,
        "talk-group": PackageResources.talk_group_mustache,
        "unsettled": PackageResources.unsettled_mustache,
        "widget": PackageResources.widget_mustache,
        "why": PackageResources.why_mustache,
    ]
}

/// What a page shows, as values that its template names.
protocol Page: Sendable {
    static var template: String { get }
}
