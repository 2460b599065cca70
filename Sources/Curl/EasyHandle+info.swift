import CCurl

extension EasyHandle {
    /// The status of the last HTTP response; 0 before there is one.
    var responseCode: Int {
        var code = 0
        curl_getinfo_long(pointer, CURLINFO_RESPONSE_CODE, &code)
        return code
    }

    /// The socket of a connection that libcurl has made ready and left to us.
    var activeSocket: curl_socket_t? {
        var socket = curl_socket_t(-1)
        guard curl_getinfo_socket(pointer, CURLINFO_ACTIVESOCKET, &socket) == CURLE_OK, socket != -1 else { return nil }
        return socket
    }

    /// How far the connection came, by which of libcurl's stopwatches have stopped.
    func phase(isEncryptedFirst: Bool, logsIn: Bool) -> CurlError.Phase {
        if microseconds(CURLINFO_NAMELOOKUP_TIME_T) == 0 { return .resolving }
        if microseconds(CURLINFO_CONNECT_TIME_T) == 0 { return .connecting }
        if isEncryptedFirst, microseconds(CURLINFO_APPCONNECT_TIME_T) == 0 { return .securing }
        return logsIn ? .loggingIn : .exchanging
    }

    private func microseconds(_ info: CURLINFO) -> Int {
        var value: curl_off_t = 0
        curl_getinfo_offset(pointer, info, &value)
        return Int(value)
    }
}
