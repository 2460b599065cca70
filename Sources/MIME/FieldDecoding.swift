import Model

enum FieldDecoding {
    static func field(_ field: HeaderBlock.Field, hint: String?) -> HeaderField {
        HeaderField(
            name: String(decoding: field.name, as: UTF8.self),
            value: HeaderText.decode(field.value, hint: hint)
        )
    }

    /// The fields of each group in a body made of groups of fields, such as `message/delivery-status`.
    static func groups(_ body: Octets) -> [[HeaderField]] {
        var groups: [[HeaderField]] = []
        var rest = body
        while !rest.isEmpty, groups.count < mostGroups {
            let block = HeaderBlock(rest)
            if !block.fields.isEmpty { groups.append(block.fields.map { field($0, hint: nil) }) }
            guard block.bodyStart > rest.startIndex else {
                rest = rest[HeaderBlock.line(rest, at: rest.startIndex).next...]
                continue
            }
            rest = rest[block.bodyStart...]
            while let first = rest.first, first.isWhiteSpace { rest.removeFirst() }
        }
        return groups
    }

    private static let mostGroups = 1000
}
