/// "Sent from my iPhone" and its kin.
///
/// A line is one only where its beginning and a device or program speak for it, and it is short: "Von meinem Konto
/// wurde abgebucht" and "Sent by you three weeks ago" are a customer's words.
enum MobileSignature {
    static func matches(_ line: TextLine) -> Bool {
        guard line.trimmed.utf8.count <= 120, !line.trimmed.hasSuffix("?") else { return false }
        let text = bare(line)
        guard text.split(separator: " ").count <= 10 else { return false }
        if stores.contains(where: { text.utf8.starts(with: $0.utf8) }) { return true }
        let fits = beginnings.contains { text.utf8.starts(with: $0.utf8) } || endings.contains { text.hasSuffix($0) }
        return fits && devices.contains(where: text.contains)
    }

    /// In lower case, without the signs of emphasis and links.
    private static func bare(_ line: TextLine) -> String {
        var text = String.UnicodeScalarView()
        for scalar in line.trimmed.lowercased().unicodeScalars {
            switch scalar {
            case "*", "_", "[", "]", "<", ">", "(": break
            default: text.append(scalar)
            }
        }
        return String(text)
    }

    private static let stores = [
        "get outlook for", "holen sie sich outlook", "outlook für ios", "outlook für android", "télécharger outlook",
        "obtenez outlook", "obtener outlook", "scarica outlook", "ottieni outlook", "outlook voor", "obter o outlook",
        "yahoo mail: search, organize",
    ]

    private static let beginnings = [
        "sent from ", "sent via ", "sent using ", "sent with ", "diese nachricht wurde von meinem", "gesendet von ",
        "gesendet mit ", "envoyé de ", "envoyé depuis ", "envoyé à partir d", "enviado desde ", "enviado con ",
        "inviato da", "verstuurd vanaf ", "verzonden vanaf ", "verzonden met ", "enviado do ", "enviado a partir",
        "enviado via ", "enviado pelo ", "sendt fra ", "skickat från ", "lähetetty ", "wysłane z ", "wysłano z ",
        "odesláno z ", "отправлено с ", "отправлено из ", "надіслано з", "iphoneから", "ipadから", "发自我的", "從我的",
        "나의 ",
    ]

    private static let endings = ["gesendet", "gesendet.", "geschickt", "geschickt."]

    private static let devices = [
        "iphone", "ipad", "samsung", "galaxy", "android", "blackberry", "handy", "smartphone", "phone", "mobile",
        "mobil", "móvil", "mobiel", "telefon", "tablet", "huawei", "xiaomi", "windows", "outlook", "yahoo", "gmail",
        "gmx", "web.de", "proton", "mail app", "mail for", "mail.ru", "mailbox", "airmail", "spark", "nine", "aol",
        "айфон", "телефон",
    ]
}
