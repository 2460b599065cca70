/// The words of "Sent from my iPhone" and its kin.
enum MobileWords {
    static let sent = Word.keys(
        "sent gesendet geschickt versendet verschickt envoyé expédié enviado enviada inviato inviata spedito verstuurd",
        "verzonden sendt skickat skickades sänt lähetetty wysłane wysłano wysłana odesláno odoslané poslano poslato",
        "poslané trimis elküldve küldve отправлено отправлен послано надіслано відправлено изпратено στάλθηκε",
        "gönderildi gönderilmiştir dikirim terkirim gửi נשלח נשלחה أرسلت أُرسلت أرسل ارسال ส่งจาก saadetud išsiųsta",
        "nosūtīts enviat bidalita"
    )

    /// After "sent": what the mail was sent from, with or by.
    static let prepositions = Word.keys(
        "from via using with by on von vom mit via über de du des depuis à avec par desde con por del da dal dalla",
        "tramite vanaf vanuit van met via via do no a pelo pela través partir fra med från z ze za s zo din de pe cu",
        "с из от через з із від от από με מ מה מן من عبر از dari từ iz sa od no nuo nga nork wiadomość the"
    )

    static let possessives = Word.keys(
        "my mein meinem meiner mon ma mes mi mio mia mijn meu minha min mit mitt mojego mého môjho мой моего моей мого",
        "minun menim benim"
    )

    /// Devices and programs.
    static let devices = Word.keys(
        "iphone ipad ipod iphonem iphonesta iphonelta iphonu ipadu iphona iphonea iphonen iphonená samsung galaxy android",
        "blackberry handy smartphone smartphones phone mobile mobil móvil movil mobiel mobilen mobiltelefon",
        "mobiltelefonen telefon telefoon teléfono telefono téléphone tablet tablette huawei xiaomi redmi oneplus nokia",
        "motorola pixel windows outlook yahoo gmail gmx web proton protonmail protonmailmobile mail mailbird mailspring",
        "airmail spark nine aol hotmail icloud fairemail thunderbird superhuman missive front fastmail hey tutanota",
        "tuta zoho yandex mailru ru newton mymail bluemail typeapp edison orange telekom email device gerät appareil",
        "dispositivo ios айфон айфона айфон телефон телефона телефону мобильного מכשיר אייפון جهاز هاتف wiko sony lg htc",
        "correo post posta libero virgilio canary shortwave apple watch"
    )

    static let stores = Word.keys(
        "get holen laden herunterladen télécharger téléchargez obtenez obtener obtén descarga scarica ottieni downloaden download",
        "obter obtenha baixe hent hämta pobierz stáhnout lataa letöltése İndir indir скачать"
    )

    static let storeTargets = Word.keys("ios android windows iphone ipad mac")

    /// Stands behind the device.
    static let sentBehind = Word.keys("gönderildi gönderilmiştir küldve elküldve")

    /// Who tells of sending, or when it was: no program does.
    static let persons = Word.keys(
        "i ich yo io ik we wir nous eu habe have haben ago yesterday gestern hier ayer ieri"
    )

    /// "This message was sent from …", and words that begin a line that ends in "sent".
    static let messages = Word.keys(
        "this diese dieses von vom ce cette este esta questo questa dit deze denna detta dette denne tämä ta tato táto",
        "это это цей mit"
    )

    /// In Chinese, Japanese and Korean.
    static let wide = ["から送信", "より送信", "发自我的", "發自我的", "從我的", "传送", "傳送", "发送自", "에서 보냄", "에서 보낸"]
}
