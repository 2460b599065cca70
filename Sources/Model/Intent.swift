/// One thing that customers want, as people choose it from a list.
package struct Intent: Hashable, Sendable, Identifiable {
    /// Such as `order.where`.
    package var id: String
    /// Such as `Where is my order?`; the id where the file gives none.
    package var title: String
    /// The template that answers it.
    package var template: String

    package init(id: String, title: String, template: String) {
        self.id = id
        self.title = title
        self.template = template
    }
}
