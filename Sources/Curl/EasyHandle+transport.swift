import CCurl

extension EasyHandle {
    /// What every transfer needs, whatever its protocol.
    func setTransport(trust: TLSTrust, connectTimeout: Duration, bufferBytes: Int) throws(CurlError) {
        try set(CURLOPT_NOSIGNAL, 1)
        // A cancelled transfer must not wait on the resolver's thread.
        try set(CURLOPT_QUICK_EXIT, 1)
        try set(CURLOPT_TCP_KEEPALIVE, 1)
        try set(CURLOPT_CONNECTTIMEOUT_MS, milliseconds: connectTimeout)
        try set(CURLOPT_BUFFERSIZE, bufferBytes)
        try setTrust(trust)
    }

    private func setTrust(_ trust: TLSTrust) throws(CurlError) {
        try set(CURLOPT_SSLVERSION, CURL_SSLVERSION_TLSv1_2)
        try set(CURLOPT_SSL_VERIFYPEER, trust == .unverified ? 0 : 1)
        try set(CURLOPT_SSL_VERIFYHOST, trust == .unverified ? 0 : 2)
        switch trust {
        case .system:
            if Self.hasSystemAuthoritiesFile { try set(CURLOPT_CAPATH, String?.none) }
        case .authorities(let file):
            try set(CURLOPT_CAPATH, String?.none)
            try set(CURLOPT_CAINFO, file)
        case .unverified:
            try set(CURLOPT_CAPATH, String?.none)
            try set(CURLOPT_CAINFO, String?.none)
        }
    }

    /// libcurl shares one parsed set of authorities between connections only if no directory of them is set; without
    /// that, every connection parses and keeps the whole system bundle.
    private static var hasSystemAuthoritiesFile: Bool {
        curl_version_info(CURLVERSION_SEVENTH)?.pointee.cainfo != nil
    }

    func setCredentials(_ credentials: Credentials, mechanisms: LoginMechanisms) throws(CurlError) {
        switch credentials {
        case .none:
            break
        case .password(let user, let secret):
            try set(CURLOPT_USERNAME, user)
            try set(CURLOPT_PASSWORD, secret)
            if mechanisms == .plain { try set(CURLOPT_LOGIN_OPTIONS, "AUTH=PLAIN;AUTH=LOGIN") }
        case .bearer(let user, let token):
            try set(CURLOPT_USERNAME, user)
            try set(CURLOPT_XOAUTH2_BEARER, token)
            try set(CURLOPT_LOGIN_OPTIONS, "AUTH=XOAUTH2;AUTH=OAUTHBEARER")
        }
    }
}

/// Which ways to log in by password libcurl may choose from.
enum LoginMechanisms {
    /// SASL PLAIN and LOGIN: else libcurl would prefer Kerberos for a user with a domain, and fail without a ticket.
    case plain
    /// Whatever the server has, the LOGIN command of IMAP included.
    case any
}
