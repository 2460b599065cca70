import Model
import Mustache

/// What the placeholders stand for in one reply.
///
/// Values arrive already escaped for where they go (Markdown or plain text): Mustache itself runs with its text
/// content type, which escapes nothing.
struct PlaceholderValues: MustacheParent {
    private var values: [Placeholder: String] = [:]

    subscript(placeholder: Placeholder) -> String? {
        get { values[placeholder] }
        set { values[placeholder] = newValue.flatMap { $0.isEmpty ? nil : $0 } }
    }

    func child(named name: String) -> Any? {
        if let placeholder = Placeholder(rawValue: name) { return value(of: placeholder) }
        return Group(name: name, values: self)
    }

    fileprivate func value(of placeholder: Placeholder) -> PlaceholderValue {
        values[placeholder].map(PlaceholderValue.present) ?? .absent(placeholder)
    }

    /// The part of a name before its dot, such as `customer`.
    private struct Group: MustacheParent {
        let name: String
        let values: PlaceholderValues

        func child(named member: String) -> Any? {
            Placeholder(rawValue: "\(name).\(member)").map(values.value)
        }
    }
}

/// A value that is there, or a hole that fails closed: absent, it hides its sections and reads as a slot elsewhere.
private enum PlaceholderValue: MustacheCustomRenderable, MustacheParent {
    case present(String)
    case absent(Placeholder)

    var renderText: String {
        switch self {
        case .present(let text): text
        case .absent(let placeholder): SlotMark.text(placeholder.slot.name)
        }
    }

    var isNull: Bool {
        if case .absent = self { true } else { false }
    }

    func child(named: String) -> Any? { nil }
}
