import Hummingbird

/// The cookie that holds a session's secret: out of reach for scripts, not sent along from other sites, and over HTTPS
/// bound to this very host (`__Host-`, RFC 6265bis §4.1.3.2).
struct SessionCookie: Sendable {
    let name: String
    private let isSecure: Bool

    init(_ settings: WebSettings) {
        isSecure = settings.publicURL?.isSecure ?? false
        name = isSecure ? "__Host-wavelength" : "wavelength"
    }

    func holding(_ secret: AccessSecret) -> Cookie {
        cookie(secret.text, maxAge: Int(Session.lifetime))
    }

    /// Makes the browser forget it.
    var cleared: Cookie {
        cookie("", maxAge: 0)
    }

    private func cookie(_ value: String, maxAge: Int) -> Cookie {
        Cookie(name: name, value: value, maxAge: maxAge, path: "/", secure: isSecure, httpOnly: true, sameSite: .lax)
    }
}
