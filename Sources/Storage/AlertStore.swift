package import Model

/// What an operator has to know of while it lasts.
package protocol AlertStore: Sendable {
    /// Raises an alert, or renews the text of the one with that kind and subject; `since` stays what it first was.
    func raise(_ alert: Alert) async throws

    func clearAlert(_ kind: Alert.Kind, subject: String) async throws

    /// Oldest first.
    func alerts() async throws -> [Alert]
}
