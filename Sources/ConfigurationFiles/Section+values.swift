import Yams

extension Section {
    func string(_ key: String) -> String? {
        guard let node = self[key] else { return nil }
        return text(of: node, key)
    }

    func text(of node: Node, _ key: String) -> String? {
        guard let text = node.text else {
            log.error(at: node, "“\(key)” should be a text")
            return nil
        }
        return text
    }

    /// A value in a form of its own, such as a duration.
    func value<Value>(_ key: String, _ form: TextForm<Value>) -> Value? {
        guard let node = self[key] else { return nil }
        guard let text = node.text, let value = form.read(text) else {
            log.error(at: node, "“\(key)” should be \(form.description); found “\(node.text ?? "a list or mapping")”")
            return nil
        }
        return value
    }

    /// The texts of a list; a single text is a list of one.
    func strings(_ key: String) -> [(node: Node, text: String)]? {
        guard let node = self[key] else { return nil }
        guard case .sequence(let sequence) = node else { return text(of: node, key).map { [(node, $0)] } }
        return sequence.compactMap { item in text(of: item, key).map { (item, $0) } }
    }
}
