/// What a section of a text, or the rule of a move, may depend on.
enum Condition: Hashable, Sendable {
    case sign(Signs)
    case has(Placeholder)

    /// From `distress`, `signal.urgent`, `circumstance.mobility`, `has.fact.order_id` or, in a text, `fact.order_id`.
    init?(_ name: String, allowsBarePlaceholder: Bool) {
        if let sign = Signs.named[name] {
            self = .sign(sign)
        } else if name.hasPrefix("has."), let placeholder = Placeholder(String(name.dropFirst(4))) {
            self = .has(placeholder)
        } else if allowsBarePlaceholder, let placeholder = Placeholder(name) {
            self = .has(placeholder)
        } else {
            return nil
        }
    }

    func holds(in context: TextContext) -> Bool {
        switch self {
        case .sign(let sign): context.signs.contains(sign)
        case .has(let placeholder): context.values.has(placeholder)
        }
    }

    /// The names that people are shown where they wrote another.
    static let names = Signs.named.keys.sorted() + ["has.<placeholder>"]
}
