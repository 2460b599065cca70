package import Model

extension ChatMessage {
    /// What an edited message says of itself among its remarks.
    static let editedRemark = "an edited message, in the place of an earlier one"

    /// The number of the message whose place an edited one takes: its own without what tells the edit behind it. nil for all
    /// that is not edited.
    package var replaced: String? {
        guard remarks.contains(Self.editedRemark), let slash = id.lastIndex(of: "/") else { return nil }
        return String(id[..<slash])
    }
}
