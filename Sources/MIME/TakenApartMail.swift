package import Model

/// A mail that its sender's provider handed over in pieces, to be put together again so that it takes the way of all mail.
package struct TakenApartMail: Hashable, Sendable {
    /// The header in its order, decoded or not. What describes the body is written anew.
    package var fields: [HeaderField]
    package var text: Body?
    package var html: Body?
    package var files: [File]

    package init(fields: [HeaderField], text: Body? = nil, html: Body? = nil, files: [File] = []) {
        self.fields = fields
        self.text = text
        self.html = html
        self.files = files
    }

    package struct Body: Hashable, Sendable {
        package var octets: [UInt8]
        /// As the provider names it; the mail says so in turn.
        package var charset: String

        package init(octets: [UInt8], charset: String = "utf-8") {
            self.octets = octets
            self.charset = charset
        }
    }

    package struct File: Hashable, Sendable {
        package var name: String
        /// A media type with or without parameters; what is none is `application/octet-stream`.
        package var type: String
        /// Without angle brackets; nil for a file that the text does not show.
        package var contentID: String?
        package var octets: [UInt8]

        package init(name: String, type: String, contentID: String? = nil, octets: [UInt8]) {
            self.name = name
            self.type = type
            self.contentID = contentID
            self.octets = octets
        }
    }
}
