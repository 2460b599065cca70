enum LineEndings {
    /// Mail whose lines all end with a lone CR gets LF; anything else stays as it is.
    static func unified(_ octets: [UInt8]) -> Octets {
        let octets = octets[...]
        guard let first = octets.firstIndex(of: ASCII.carriageReturn, from: 0),
            octets.firstIndex(of: ASCII.lineFeed, from: 0) == nil
        else {
            return octets
        }
        return octets[..<first] + octets[first...].map { $0 == ASCII.carriageReturn ? ASCII.lineFeed : $0 }
    }
}
