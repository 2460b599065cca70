/// Why a channel cannot work with a key that it was given: what is wrong and how such a key looks, in one or two sentences
/// for the operator. The key itself is never in it.
package struct ChannelKeyError: Error, Hashable, Sendable, CustomStringConvertible {
    package let description: String

    package init(_ description: String) {
        self.description = description
    }
}

extension ChannelKeyError {
    /// Makes a key of every text, and says which of several is wrong.
    static func keys<Key>(
        _ texts: [String],
        of name: String,
        _ make: (String) throws(ChannelKeyError) -> Key
    ) throws(ChannelKeyError) -> [Key] {
        if texts.isEmpty {
            throw ChannelKeyError("The \(name) is missing: without it nothing that comes can be verified.")
        }
        var keys: [Key] = []
        for (index, text) in texts.enumerated() {
            do throws(ChannelKeyError) {
                keys.append(try make(text))
            } catch {
                throw texts.count == 1 ? error : ChannelKeyError("Key \(index + 1) of \(texts.count): \(error)")
            }
        }
        return keys
    }
}
