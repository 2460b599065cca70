/// The keys that seeds/deliveries are signed with: those of the tests, no secrets.
enum FuzzedKeys {
    static let webhook = "whsec_AQIDBAUGBwgJCgsMDQ4PEBESExQVFhcYGRobHB0eHyA="
    static let slack = "8f742231b10e8888abcd99yyyzzz85a5"
    static let telegram = "bot-webhook_secret-1"
    static let meta = "app5ecret0123456789abcdef0123456"
    static let twilio = "12345678901234567890123456789012"
    static let mailgun = "key-0123456789abcdef0123456789abcdef"
    static let postmark = "correct-horse-battery"
    static let sendgrid =
        "MFkwEwYHKoZIzj0CAQYIKoZIzj0DAQcDQgAEPtETt4g7TFkGODedsMIc2hZ0LtAlUEi/QzOR03S8IdGQmSCazMTIoiTIQ6+k9MaKCQ0E2l6Y"
        + "idri+O786Co3QA=="
}
