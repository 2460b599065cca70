/// The words for what is no text in a message.
enum ChatRemark {
    /// A place with a name, an address, or only where it is, in degrees.
    static func place(_ json: JSONValue) -> String {
        let words = [json["name"]?.label, json["address"]?.label].joinedWords
        let latitude = (json["latitude"] ?? json["lat"])?.label
        let longitude = (json["longitude"] ?? json["long"])?.label
        let degrees = "\(latitude ?? "?"), \(longitude ?? "?")"
        return words.isEmpty ? "a place on the map: \(degrees)" : "a place on the map: \(words) (\(degrees))"
    }
}

extension [String?] {
    /// Those that are there, with spaces between them.
    var joinedWords: String {
        compactMap(\.self).filter { !$0.isEmpty }.joined(separator: " ")
    }
}
