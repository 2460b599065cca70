import CCurl

extension EasyHandle {
    mutating func setRequest(_ request: HTTPRequest) throws(CurlError) {
        try setTransport(trust: request.trust, connectTimeout: request.limits.connect, bufferBytes: 16384)
        try setProtocols(request)
        try setLimits(request.limits)
        try setProxy(request.reach == .anywhere ? request.proxy : .none)
        try setMethod(request)
        try setHeaders(try Self.headerLines(request))
    }

    private func setProtocols(_ request: HTTPRequest) throws(CurlError) {
        let protocols = request.allowsPlaintext ? "https,http" : "https"
        try set(CURLOPT_URL, request.url)
        try set(CURLOPT_DEFAULT_PROTOCOL, "https")
        try set(CURLOPT_PROTOCOLS_STR, protocols)
        try set(CURLOPT_REDIR_PROTOCOLS_STR, protocols)
        try set(CURLOPT_FOLLOWLOCATION, request.redirects > 0 ? 1 : 0)
        try set(CURLOPT_MAXREDIRS, max(0, request.redirects))
        // One exchange, one connection: a reader that stops reading holds back its own server only.
        try set(CURLOPT_HTTP_VERSION, CURL_HTTP_VERSION_1_1)
        try set(CURLOPT_SUPPRESS_CONNECT_HEADERS, 1)
        let isOwn = request.usesOwnConnection || request.reach != .anywhere
        try set(CURLOPT_FRESH_CONNECT, isOwn ? 1 : 0)
        try set(CURLOPT_FORBID_REUSE, isOwn ? 1 : 0)
    }

    private func setLimits(_ limits: HTTPLimits) throws(CurlError) {
        if let total = limits.total { try set(CURLOPT_TIMEOUT_MS, milliseconds: total) }
        try set(CURLOPT_LOW_SPEED_LIMIT, 1)
        try set(CURLOPT_LOW_SPEED_TIME, (limits.idle.wholeMilliseconds + 999) / 1000)
        // libcurl reads 0 as "no limit"; the write callback counts in any case.
        try set(CURLOPT_MAXFILESIZE_LARGE, offset: limits.bodyBytes)
    }

    private func setProxy(_ proxy: HTTPProxy) throws(CurlError) {
        switch proxy {
        case .environment: break
        case .none: try set(CURLOPT_PROXY, "")
        case .url(let url): try set(CURLOPT_PROXY, url)
        }
    }

    /// GET, HEAD and POST by libcurl's own names, so that it treats redirects as it should; others as they are written.
    private func setMethod(_ request: HTTPRequest) throws(CurlError) {
        guard Self.isToken(request.method) else { throw .invalid("no HTTP method: \(request.method)") }
        if let body = request.body { try setBody(body) }
        switch (request.method, request.body) {
        case ("GET", nil): try set(CURLOPT_HTTPGET, 1)
        case ("HEAD", nil): try set(CURLOPT_NOBODY, 1)
        case ("POST", let body):
            if body == nil { try setBody([]) }
            try set(CURLOPT_POST, 1)
        default: try set(CURLOPT_CUSTOMREQUEST, request.method)
        }
    }

    private static func headerLines(_ request: HTTPRequest) throws(CurlError) -> [String] {
        let fields = request.fields + (request.unlessMatching?.fields ?? [])
        var lines: [String] = []
        for field in fields { lines.append(try line(field)) }
        let names = Set(fields.map { $0.name.lowercased() })
        // A name without a value takes away what libcurl would send on its own: a wait for "100 Continue", and the
        // type of an HTML form.
        for name in ["Expect", "Content-Type"] where !names.contains(name.lowercased()) { lines.append("\(name):") }
        return lines
    }

    private static func line(_ field: HTTPRequest.Field) throws(CurlError) -> String {
        let isClean = field.value.utf8.allSatisfy { $0 >= 0x20 && $0 != 0x7F || $0 == 0x09 }
        guard isToken(field.name), isClean else { throw .invalid("no header field: \(field.name)") }
        return field.value.isEmpty ? "\(field.name);" : "\(field.name): \(field.value)"
    }

    /// RFC 9110 §5.6.2.
    private static func isToken(_ text: String) -> Bool {
        let marks = Set("!#$%&'*+-.^_`|~".utf8)
        return !text.isEmpty
            && text.utf8.allSatisfy { byte in
                (0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte & 0xDF) || marks.contains(byte)
            }
    }
}
