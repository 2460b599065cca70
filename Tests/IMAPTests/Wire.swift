@testable import IMAP

/// Bytes as a server sends them: every line end of the text becomes CRLF.
func wire(_ text: String) -> [UInt8] { Array(text.replacing("\n", with: "\r\n").utf8) }

/// All responses in the bytes, given in these chunks.
func responses(_ chunks: [[UInt8]], limits: ResponseLimits = ResponseLimits()) throws(IMAPError) -> [Response] {
    var parser = ResponseParser(limits: limits)
    var result: [Response] = []
    for chunk in chunks {
        parser.append(chunk)
        while let response = try parser.next() { result.append(response) }
    }
    return result
}

func responses(_ text: String, limits: ResponseLimits = ResponseLimits()) throws(IMAPError) -> [Response] {
    try responses([wire(text)], limits: limits)
}

/// The only response in the text.
func response(_ text: String) throws -> Response? {
    let all = try responses(text)
    return all.count == 1 ? all.first : nil
}

func uid(_ number: Int) -> UID { UID(number) ?? .highest }

func uids(_ numbers: Int...) -> UIDSet { UIDSet(numbers.map(uid)) }

func status(_ kind: StatusResponse.Kind, _ code: ResponseCode? = nil, _ text: String = "") -> StatusResponse {
    StatusResponse(kind, StatusText(code: code, text: text))
}

func fetch(_ number: UInt32, _ fill: (inout FetchResponse) -> Void) -> Response {
    var response = FetchResponse(sequenceNumber: number)
    fill(&response)
    return .untagged(.fetch(response))
}

func body(_ text: String, _ part: FetchedSection.Part = .whole) -> FetchedSection {
    FetchedSection(part: part, content: .bytes(wire(text)))
}
