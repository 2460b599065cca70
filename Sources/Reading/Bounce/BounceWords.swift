/// How mail servers speak of mail that they could not deliver; all in lower case.
enum BounceWords {
    static let daemons: Set<String> = [
        "mailer-daemon", "mailerdaemon", "mail-daemon", "mailer_daemon", "mdaemon", "post_master",
    ]

    static let subjects = [
        "undeliver", "undelivered", "returned mail", "returned to sender", "returning message", "mail delivery fail",
        "delivery failure", "delivery has failed", "delivery status", "failure notice", "failure delivery",
        "failed delivery", "delivery failed", "mail system error", "mail error", "non-delivery", "nondeliverable",
        "could not be delivered", "message delayed", "delayed mail", "delivery delayed", "error sending your mail",
        "unzustellbar", "nicht zugestellt", "zustellung fehlgeschlagen", "non remis", "échec de la remise",
        "non distribué", "no se puede entregar", "no entregado", "devuelto", "impossibile recapitare",
        "mancata consegna",
        "onbestelbaar", "não entregue", "недоставленное сообщение", "не доставлено", "сообщение не доставлено",
        "warning: message",
    ]

    static let phrases = [
        "created automatically by mail delivery software", "this is the qmail-send program", "this is the mail system",
        "this is the mailer-daemon", "this is the dragonfly mail agent", "permanent fatal errors",
        "fatal errors", "the following address", "following recipient", "unable to deliver", "not able to deliver",
        "could not be delivered", "couldn't be delivered", "cannot be delivered", "could not deliver",
        "was not delivered", "wasn't able to deliver", "delivery to the following", "delivery failed",
        "delivery has failed", "did not reach", "wasn't delivered", "has not been delivered",
        "has not yet been delivered", "returned to the sender", "undeliverable", "user unknown", "unknown user",
        "no such user", "mailbox full", "mailbox unavailable", "address rejected", "host unknown", "i've given up",
        "not going to try again", "was an error delivering", "error sending your mail", "failed to deliver",
        "final-recipient:", "transcript of session", "said:\n", "konnte nicht zugestellt", "nicht zugestellt werden",
        "n'a pas pu être", "no se ha podido entregar", "no se pudo entregar", "non è stato possibile recapitare",
        "kon niet worden", "не может быть доставлено", "не удалось доставить", "is rejected", "was rejected",
    ]

    /// Heads of the copy of the returned message.
    static let returned = [
        "message headers follow", "original message follows", "copy of the message", "message follows",
        "original message", "unsent message below", "returned message", "message header", "received: ",
    ]

    static let delays = [
        "delayed", "delay)", "delayed mail", "still being retried", "has not yet been delivered", "will be retried",
        "will retry", "will continue", "warning: message", "delivery status notification: warning", "temporary",
        "no action is required", "will keep trying",
    ]

    static let failures = [
        "(failure)", "permanent", "fatal", "failed", "given up", "returned to sender", "undeliverable", "undelivered",
        "not going to try again", "giving up",
    ]
}
