/// Where an authenticated stream goes, and how.
package struct StreamEndpoint: Hashable, Sendable {
    /// Which protocol's greeting, STARTTLS and login libcurl goes through.
    package enum Service: Hashable, Sendable {
        case imap
        case smtp
    }

    package var service: Service
    /// A host name, or an IPv4 or IPv6 address.
    package var host: String
    /// 1 to 65535.
    package var port: Int
    package var security: ConnectionSecurity
    package var credentials: Credentials
    package var trust: TLSTrust
    /// For everything up to the end of the login.
    package var connectTimeout: Duration
    /// What an SMTP client calls itself in EHLO; nil for this machine's name. Of no use with IMAP.
    package var clientName: String?

    package init(
        _ service: Service,
        host: String,
        port: Int,
        security: ConnectionSecurity,
        credentials: Credentials,
        trust: TLSTrust = .system,
        connectTimeout: Duration = .seconds(30),
        clientName: String? = nil
    ) {
        self.service = service
        self.host = host
        self.port = port
        self.security = security
        self.credentials = credentials
        self.trust = trust
        self.connectTimeout = connectTimeout
        self.clientName = clientName
    }

    var scheme: String {
        let name = service == .imap ? "imap" : "smtp"
        return security == .implicitTLS ? name + "s" : name
    }

    /// libcurl takes its orders from a URL, so nothing but a host may stand where the host stands.
    var url: String {
        get throws(CurlError) {
            guard Self.isPlain(host), (1...65535).contains(port) else {
                throw .invalid("no host and port: \(host):\(port)")
            }
            if let clientName, !Self.isPlain(clientName) { throw .invalid("no host name: \(clientName)") }
            let authority = host.contains(":") ? "[\(host)]" : host
            return "\(scheme)://\(authority):\(port)/\(service == .smtp ? clientName ?? "" : "")"
        }
    }

    private static func isPlain(_ name: String) -> Bool {
        !name.isEmpty
            && name.unicodeScalars.allSatisfy {
                $0.properties.isAlphabetic || "0123456789.-_:".unicodeScalars.contains($0)
            }
    }
}
