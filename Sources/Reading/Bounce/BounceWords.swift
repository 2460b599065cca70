/// How mail servers speak of mail that they could not deliver; all in lower case, phrases of four octets or more.
enum BounceWords {
    static let daemons: Set<String> = [
        "mailer-daemon", "mailerdaemon", "mail-daemon", "mailer_daemon", "mdaemon", "post_master", "maildaemon",
        "mailer.daemon", "mail-deliver", "mail_delivery_system",
    ]

    /// In the name beside the address.
    static let daemonNames = PhraseSet([
        "mailer-daemon", "mailer daemon", "mail deliver", "mail-daemon", "message delivery system",
        "mail transport agent", "mail router", "courier mail server", "content-filter at", "interscan",
        "internet mail delivery", "delivery subsystem", "microsoft exchange",
    ])

    /// Names under which servers write, and people as well.
    static let officeNames = PhraseSet([
        "postmaster", "system administrator", "mail administrator", "mail system", "mail gateway", "email gateway",
        "mailserver", "mail server",
    ])

    static let programs: Set<String> = [
        "sysadmin", "system", "mailadmin", "mail-admin", "administrator", "mailgateway", "gateway", "filter",
        "content-filter", "virusalert", "mailfilter", "mail", "mailsystem", "bounce", "bounces", "mailserver",
        "exchange",
    ]

    static let subjects = PhraseSet([
        "undeliver", "returned mail", "returned to sender", "returning message", "mail delivery fail",
        "delivery failure", "delivery_failure", "delivery has failed", "delivery status", "delivery notification",
        "delivery report", "delivery problem", "failure notice", "failure delivery", "failed delivery", "failed mail",
        "delivery failed", "mail system error", "mail error", "mail failure", "non-delivery", "nondeliver",
        "non deliver", "could not be delivered", "could not be sent", "message delayed", "delayed mail",
        "delivery delayed", "delivery delay", "mail delivery", "message delivery", "error sending your mail",
        "[bounce]", "bounce notification", "bounced mail", "unable to deliver", "not delivered", "wasn't delivered",
        "message you sent blocked", "unknown recipient", "rejected mail", "mail rejected", "message rejected",
        "warning: message", "warning: could not send", "errors from", "delivery error", "mail not delivered",
        "unzustellbar", "nicht zugestellt", "zustellung fehlgeschlagen", "zustellfehler", "fehler bei der zustellung",
        "zustellung verzögert", "nachricht konnte nicht", "non remis", "non_remis", "échec de la remise",
        "echec de la remise",
        "échec de remise", "non distribué", "non délivré", "retour à l'expéditeur", "échec d'envoi",
        "no se puede entregar", "no se pudo entregar", "no entregado", "no entregable", "correo devuelto", "devuelto",
        "error de entrega", "non recapitabile", "impossibile recapitare", "mancata consegna", "errore di consegna",
        "mancato recapito", "onbestelbaar", "niet bezorgd", "niet afgeleverd", "não entregue", "não_entregue",
        "falha na entrega", "falha de entrega", "nie można dostarczyć", "niedostarczon", "kan inte levereras",
        "kunne ikke leveres", "nedoručiteln", "kézbesíthetetlen", "teslim edilemedi", "недоставлен", "не доставлен",
        "недоставленное", "ошибка доставки", "送信できません", "配信不能", "メールエラー", "エラーメール", "配信できません", "退信",
    ])

    static let phrases = PhraseSet([
        "created automatically by", "automatically generated delivery status", "this is the qmail-send program",
        "this is the mail system", "this is the mail server", "this is the mail program", "this is the mailer-daemon",
        "this is the dragonfly mail agent", "this is the postfix program", "this is the mail delivery",
        "this is a delivery status notification", "permanent fatal errors", "fatal errors",
        "transient non-fatal errors",
        "had delivery errors", "had delivery problems", "delivery errors", "delivery problems",
        "following address", "following recipient", "unable to deliver", "not able to deliver", "unable to send",
        "could not be delivered", "couldn't be delivered", "cannot be delivered", "can't be delivered",
        "could not deliver", "couldn't deliver", "cannot deliver", "could not be sent", "was not delivered",
        "were not delivered", "wasn't able to deliver", "wasn't delivered", "has not been delivered",
        "hasn't been delivered", "has not yet been delivered", "not been delivered", "delivery to the following",
        "delivery failed", "delivery has failed", "did not reach", "didn't reach", "returned to the sender",
        "returned to sender", "undeliverable", "i've given up", "not going to try again", "error delivering",
        "trouble delivering", "problem delivering", "problems delivering", "error occurred while trying to deliver",
        "error sending your mail", "failed to deliver", "failed permanently", "permanent failure", "final-recipient:",
        "transcript of session", "email you sent was rejected", "message you sent", "failure reasons", "unsent message",
        "rejected by a remote", "message was rejected", "message to the following", "error message below",
        "returned permanent errors", "has been blocked", "is rejected", "was rejected", "could not send message",
        "delivery attempts", "did not accept", "refused to accept", "message is being returned",
        "reason for the failure",
        "reject reason", "your message:", "konnte nicht zugestellt", "nicht zugestellt werden", "nicht übermittelt",
        "zustellung ist fehlgeschlagen", "fehler bei der zustellung", "konnte nicht ausgeliefert",
        "n'a pas pu être", "n'a pu être", "n'a pas été remis", "impossible de remettre", "échec de la remise",
        "no se ha podido entregar", "no se pudo entregar", "no se puede entregar", "no ha podido ser entregado",
        "non è stato possibile", "impossibile recapitare", "non è stato recapitato", "non può essere consegnat",
        "kon niet worden", "niet worden bezorgd", "niet afgeleverd", "não pôde ser entregue",
        "não foi possível entregar",
        "não foi entregue", "не может быть доставлен", "не удалось доставить", "не доставлен", "не было доставлено",
        "nie mogła zostać dostarczona", "送信できません", "配信できません", "届けできません", "送信に失敗", "送信先メールアドレスが",
    ])

    /// Heads of the copy of the returned message.
    static let returned = PhraseSet([
        "message headers follow", "original message follows", "below this line is a copy", "a copy of the message",
        "copy of your message", "included is a copy", "copy of the original message", "is a copy of the headers",
        "----- original message -----", "-------original m", "unsent message below", "unsent message follows",
        "returned message ---", "returned message follows", "original mail as follows",
        "the header of the original message", "message header follows", "original message headers",
        "original message header", "original mail headers", "headers of the original message", "bounced e-mail:",
        "ursprüngliche kopfzeilen", "en-têtes de message d'origine", "encabezados de mensajes originales",
        "the original message was:", "begin original message", "start of returned message",
    ])

    static let delays = PhraseSet([
        "delayed", "delay)", "still being retried", "has not yet been delivered", "not yet been delivered",
        "will be retried",
        "will retry", "will continue", "warning: message", "warning: could not send", "notification: warning",
        "temporary failure", "temporarily", "no action is required", "will keep trying", "keep trying",
        "this is a warning message only", "do not need to resend", "delays in delivering", "transient non-fatal",
        "zustellung verzögert", "verzögert sich", "wird weiterhin versucht", "a été retardé", "se ha retrasado",
        "è in ritardo", "vertraagd", "отложен",
    ])

    static let failures = PhraseSet([
        "(failure)", "permanent", "fatal errors", "failed permanently", "delivery failed", "has failed", "given up",
        "returned to sender", "undeliverable", "undelivered", "not going to try again", "giving up",
        "mail delivery failed",
        "returned mail", "failure notice", "delivery failure", "could not be delivered", "will be deleted from queue",
        "giving up on", "unzustellbar", "no longer be retried",
    ])

    /// A whole phrase in a notice of success or handing on (RFC 3464 §2.3.3).
    static let delivered = PhraseSet([
        "successfully delivered", "delivered successfully", "has been successfully", "was successfully",
        "was delivered to", "successful mail delivery", "(success)", "erfolgreich zugestellt", "a été remis",
        "se ha entregado",
    ])
    static let relayed = PhraseSet([
        "(relay", "has been relayed", "was relayed", "relayed to", "successfully relayed", "weitergeleitet",
        "no further delivery notification",
    ])
    static let expanded = PhraseSet(["(expanded)", "has been expanded", "was expanded", "successfully expanded"])

    /// What no text but a server's calls itself or cites.
    static let labels = PhraseSet([
        "delivery status notification", "delivery failure notification", "non-delivery report",
        "automatically generated",
        "remote host said", "this is an automated", "diagnostic information for administrators", "reporting-mta",
        "diagnostic-code", "final-recipient", "following recipient", "following address", "the mts-id of",
    ])

    /// How people write, and no server: counts against a bounce where the sender could be either.
    static let personal = PhraseSet([
        "i get ", "i got ", "i am ", "i tried", "i have ", "we get ", "we are ", "we have ", "we tried", "can you ",
        "could you ",
        "please help", "kind regards", "best regards", "regards,", "cheers", "thanks", "thank you", "hello ", "dear ",
        "what does", "why ", "ich bekomme", "ich habe", "wir haben", "können sie", "viele grüße", "mit freundlichen",
        "hallo", "bonjour", "cordialement", "je reçois", "nous avons", "hola", "saludos", "recibo ", "buongiorno",
        "saluti", "groet",
    ])
}
