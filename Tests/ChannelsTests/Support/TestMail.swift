import Foundation

/// A small message whose subject tells it from others.
func mail(_ subject: String, messageID: String? = nil, body: String = "Hello.") -> [UInt8] {
    let identifier = messageID.map { "Message-ID: <\($0)>\r\n" } ?? ""
    let header = "From: Ann <ann@customer.test>\r\nTo: help@shop.test\r\n\(identifier)Subject: \(subject)\r\n"
    return Array("\(header)\r\n\(body)\r\n".utf8)
}

/// The subject of a message that `mail` made, whatever was put above it on the way.
func subject(of raw: [UInt8]) -> String {
    let lines = String(decoding: raw, as: UTF8.self).split(whereSeparator: \.isNewline)
    return lines.first { $0.hasPrefix("Subject: ") }.map { String($0.dropFirst(9)) } ?? ""
}

extension Date {
    /// A moment in UTC, such as `2026-03-01T00:00:00Z`.
    init(utc text: String) throws {
        try self.init(text, strategy: .iso8601)
    }
}

/// Says that the files of a folder were last changed at that time.
func age(filesIn folder: String, to date: Date) throws {
    for name in try FileManager.default.contentsOfDirectory(atPath: folder) {
        try FileManager.default.setAttributes([.modificationDate: date], ofItemAtPath: "\(folder)/\(name)")
    }
}
