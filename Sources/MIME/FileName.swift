extension Part {
    /// The name that a part's header gives: the disposition's, else the type's, in whatever parameter it stands.
    static func name(_ disposition: ParameterizedValue, _ type: ParameterizedValue) -> String {
        let first = disposition["filename"] ?? disposition["name"] ?? ""
        guard first.isEmpty || FileName.isLossy(first) else { return FileName.sanitised(first) }
        let second = type["name"] ?? type["filename"] ?? ""
        return FileName.sanitised(second.isEmpty || FileName.isLossy(second) ? first : second)
    }
}

enum FileName {
    /// No path separators and no control characters; nothing else is touched.
    static func sanitised(_ name: String) -> String {
        let line = HeaderText.oneLine(name)
        guard line.utf8.contains(where: isSeparator) else { return line }
        return String(decoding: line.utf8.map { isSeparator($0) ? UInt8.ascii("_") : $0 }, as: UTF8.self)
    }

    private static func isSeparator(_ octet: UInt8) -> Bool {
        octet == UInt8.ascii("/") || octet == UInt8.ascii("\\")
    }

    /// Whether characters got lost before the name was written: no file system lets several question marks stand.
    static func isLossy(_ name: String) -> Bool {
        name.contains("??") || name.contains("\u{FFFD}")
    }
}
