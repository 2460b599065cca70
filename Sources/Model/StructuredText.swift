/// Text made from HTML, with what the HTML says of its pieces: which are quoted, which introduce a quote, which are a
/// signature.
package struct StructuredText: Hashable, Sendable {
    package var text: String
    /// In the order of their starts; they may nest.
    package var regions: [Region]

    package init(text: String, regions: [Region] = []) {
        self.text = text
        self.regions = regions
    }

    /// Whole lines of the text that some container of the HTML held.
    package struct Region: Hashable, Sendable {
        package enum Kind: Hashable, Sendable {
            /// Another message's words.
            case quote
            /// "On Monday, Ann wrote:"
            case attribution
            /// The header fields of a quoted message; what follows them is quoted too.
            case header
            case signature
        }

        package var kind: Kind
        /// Offsets in octets of UTF-8: a line belongs to the region if it begins at or after `start` and before `end`.
        package var start: Int
        package var end: Int

        package init(kind: Kind, start: Int, end: Int) {
            self.kind = kind
            self.start = start
            self.end = end
        }
    }
}
