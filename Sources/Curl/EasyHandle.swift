import CCurl

/// Owns one easy handle with all that libcurl keeps pointers to: the error text and the header list. Frees each once.
struct EasyHandle: ~Copyable {
    let pointer: UnsafeMutableRawPointer
    private let errorText: UnsafeMutablePointer<CChar>
    private var list: UnsafeMutablePointer<curl_slist>?

    init() throws(CurlError) {
        guard let pointer = curl_easy_init() else { throw CurlError(.other, detail: "no memory for an easy handle") }
        self.pointer = pointer
        errorText = .allocate(capacity: Int(CURL_ERROR_SIZE))
        errorText.initialize(repeating: 0, count: Int(CURL_ERROR_SIZE))
        curl_setopt_pointer(pointer, CURLOPT_ERRORBUFFER, errorText)
    }

    deinit {
        curl_easy_cleanup(pointer)
        curl_slist_free_all(list)
        errorText.deallocate()
    }

    /// libcurl's words on the last failure; empty if it had none.
    var text: String { String(cString: errorText) }

    func set(_ option: CURLoption, _ value: Int) throws(CurlError) {
        try check(curl_setopt_long(pointer, option, value))
    }

    func set(_ option: CURLoption, offset value: Int) throws(CurlError) {
        try check(curl_setopt_offset(pointer, option, curl_off_t(value)))
    }

    /// Sets a text, which libcurl copies; nil takes the option back.
    func set(_ option: CURLoption, _ value: String?) throws(CurlError) {
        guard let value else { return try check(curl_setopt_string(pointer, option, nil)) }
        guard !value.utf8.contains(0) else { throw .invalid("a NUL in an option") }
        try check(curl_setopt_string(pointer, option, value))
    }

    func set(_ option: CURLoption, milliseconds value: Duration) throws(CurlError) {
        try set(option, value.wholeMilliseconds)
    }

    /// The bytes are copied by libcurl.
    func setBody(_ bytes: [UInt8]) throws(CurlError) {
        try set(CURLOPT_POSTFIELDSIZE_LARGE, offset: bytes.count)
        guard !bytes.isEmpty else { return try set(CURLOPT_COPYPOSTFIELDS, "") }
        try check(bytes.withUnsafeBytes { curl_setopt_bytes(pointer, CURLOPT_COPYPOSTFIELDS, $0.baseAddress) })
    }

    mutating func setHeaders(_ lines: [String]) throws(CurlError) {
        for line in lines {
            guard let longer = curl_slist_append(list, line) else {
                throw CurlError(.other, detail: "no memory for headers")
            }
            list = longer
        }
        try check(curl_setopt_list(pointer, CURLOPT_HTTPHEADER, list))
    }

    /// `owner` must own this handle, so that it outlives every call.
    func setCallback(_ function: CURLoption, _ data: CURLoption, _ callback: curl_write_callback, owner: AnyObject) {
        curl_setopt_writer(pointer, function, callback)
        curl_setopt_pointer(pointer, data, Unmanaged.passUnretained(owner).toOpaque())
    }

    /// `owner` must own this handle, so that it outlives every call.
    func setOpener(_ callback: curl_opensocket_callback, owner: AnyObject) {
        curl_setopt_opener(pointer, CURLOPT_OPENSOCKETFUNCTION, callback)
        curl_setopt_pointer(pointer, CURLOPT_OPENSOCKETDATA, Unmanaged.passUnretained(owner).toOpaque())
    }

    private func check(_ code: CURLcode) throws(CurlError) {
        guard code == CURLE_OK else { throw CurlError(code: code, phase: .resolving, text: "") }
    }
}
