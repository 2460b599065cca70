/// The forms of one URL that Twilio may have signed: it is not consistent in whether the port stands in it, and leaves a user
/// and password away.
///
/// Source: https://www.twilio.com/docs/usage/webhooks/webhooks-security and Twilio's own libraries, which try the same.
struct TwilioURLForms {
    /// The URL as it is comes first. Path and query are never changed.
    let all: [String]

    init(_ url: String) {
        guard let parts = URLParts(url) else {
            all = [url]
            return
        }
        var forms: [String] = []
        for user in [parts.user, ""] {
            for port in [parts.port, "", parts.port.isEmpty ? parts.defaultPort : ""] {
                let form = "\(parts.scheme)\(user)\(parts.host)\(port)\(parts.rest)"
                if !forms.contains(form) { forms.append(form) }
            }
        }
        all = forms
    }
}
