/// One HTTP request. Protocols, redirects and sizes are closed unless opened here.
package struct HTTPRequest: Hashable, Sendable {
    /// A header field as sent; neither part may hold a line break.
    package struct Field: Hashable, Sendable {
        package let name: String
        package let value: String

        package init(_ name: String, _ value: String) {
            self.name = name
            self.value = value
        }
    }

    /// A token of RFC 9110 §9.1, in capitals.
    package var method: String
    package var url: String
    package var fields: [Field]
    /// nil for a request without content.
    package var body: [UInt8]?
    /// Asks only for what has changed since an earlier response (RFC 9110 §13); the answer may then be 304.
    package var unlessMatching: HTTPValidators?
    package var limits: HTTPLimits
    package var trust: TLSTrust
    package var proxy: HTTPProxy
    /// Whether `http:` is allowed beside `https:`, for the first URL and for redirects alike.
    package var allowsPlaintext: Bool
    /// How many redirects to follow; 0 hands the 3xx to the caller. libcurl drops `Authorization` and `Cookie` when a
    /// redirect leads to another host, but no other field that may hold a secret.
    package var redirects: Int
    /// Whether the request goes over a connection of its own, which is closed behind it.
    ///
    /// For what must not arrive twice: libcurl sends a request again, POST or not, where a connection that it kept dies
    /// before a byte of the answer, though the server may have acted on it.
    package var usesOwnConnection: Bool
    package var reach: HTTPReach

    package init(
        _ method: String = "GET",
        _ url: String,
        fields: [Field] = [],
        body: [UInt8]? = nil,
        unlessMatching: HTTPValidators? = nil,
        limits: HTTPLimits = HTTPLimits(),
        trust: TLSTrust = .system,
        proxy: HTTPProxy = .environment,
        allowsPlaintext: Bool = false,
        redirects: Int = 0,
        usesOwnConnection: Bool = false,
        reach: HTTPReach = .anywhere
    ) {
        self.method = method
        self.url = url
        self.fields = fields
        self.body = body
        self.unlessMatching = unlessMatching
        self.limits = limits
        self.trust = trust
        self.proxy = proxy
        self.allowsPlaintext = allowsPlaintext
        self.redirects = redirects
        self.usesOwnConnection = usesOwnConnection
        self.reach = reach
    }
}
