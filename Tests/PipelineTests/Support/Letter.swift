/// A customer's mail as octets, with a Return-Path as our own server would write it.
struct Letter {
    var from = "Mara Osei <mara@customer.example>"
    var to = "help@shop.example"
    var subject = "Where is my order 4711"
    var text = "Hello,\r\nwhere is my order 4711? I have waited for two weeks.\r\nMara\r\n"
    var messageID: String? = "1@customer.example"
    var returnPath: String? = "<mara@customer.example>"
    /// Whole lines, put above the others.
    var fields: [String] = []
    var date = "Sun, 22 Nov 2026 09:49:00 +0000"
    var contentType = "text/plain; charset=utf-8"

    var octets: [UInt8] {
        var lines = returnPath.map { ["Return-Path: \($0)"] } ?? []
        lines += fields
        lines += ["From: \(from)", "To: \(to)", "Subject: \(subject)", "Date: \(date)"]
        lines += messageID.map { ["Message-ID: <\($0)>"] } ?? []
        lines += ["MIME-Version: 1.0", "Content-Type: \(contentType)", "", text]
        return Array(lines.joined(separator: "\r\n").utf8)
    }
}
