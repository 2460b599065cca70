/// The words themselves; all in lower case, four octets or more.
enum FailureTable {
    static let rows: [(detail: String, words: [String])] = size + recipient + route + policy + vague

    private static let size: [(detail: String, words: [String])] = [
        (
            "2.2",
            [
                "mailbox full", "mailbox is full", "mailbox was full", "mailbox is currently full", "full mailbox",
                "mail box is full", "inbox is full", "over quota", "overquota", "over the quota", "quota exceed",
                "quota usage exceeded", "quota is full", "exceeded storage", "exceeds quota", "exceeded quota",
                "exceeded its quota", "exceeding its mailbox quota", "quota violation", "disk quota",
                "mailbox size limit", "exceeded the local limit", "mailbox has exceeded", "maximum allowed storage",
                "mailbox would exceed", "exceeds allowed size", "out of storage space", "storage quota",
                "user's space has been used up", "not enough storage space", "does not have enough space",
                "user has too many messages", "too much mail data", "postfach voll", "postfach ist voll",
                "speicherplatz", "boîte aux lettres pleine", "boîte de réception est pleine",
                "boite du destinataire pleine",
                "quota dépassé", "buzón lleno", "buzón está lleno", "buzon lleno", "casella piena", "casella è piena",
                "quota superata", "caixa de correio cheia", "caixa de correio está cheia", "mailbox vol",
                "postvak is vol", "ящик переполнен", "переполнен", "一杯のため", "容量を超え",
            ]
        ),
        (
            "3.4",
            [
                "message too large", "message too big", "message is too large", "message size exceeds",
                "message file too big", "message length exceeds", "exceeds size limit", "size limit",
                "size exceeds the maximum", "maximum message size", "too large",
                "exceeded maximum inbound message size",
                "larger than the current", "zu groß", "zu gross", "trop volumineux", "demasiado grande",
                "troppo grande", "te groot", "muito grande", "слишком больш",
            ]
        ),
        (
            "3.1",
            ["insufficient disk space", "insufficient system storage", "no space left on device", "mail system full"]
        ),
    ]

    private static let recipient: [(detail: String, words: [String])] = [
        ("1.10", ["nullmx", "null mx", "does not accept mail", "doesn't accept mail"]),
        (
            "1.6",
            ["has moved to", "user has moved", "has been replaced by", "no longer works here", "mailbox has moved"]
        ),
        (
            "1.2",
            [
                "host unknown", "unknown host", "host not found", "host or domain name not found", "domain not found",
                "no such domain", "unknown domain", "domain does not exist", "domain doesn't exist",
                "remote domain doesnt exist", "nxdomain", "domain wasn't found",
                "domain name not found", "name or service not known", "couldn't find any host",
                "could not be found in dns",
                "unrouteable", "unroutable", "dns error", "no mx record", "no mx or a records",
                "mail domain mentioned", "domain couldn't be found", "domain kann nicht", "domaine introuvable",
                "bad destination system", "invalid hostname", "bad destination host",
            ]
        ),
        (
            "2.1",
            [
                "mailbox disabled", "mailbox is disabled", "mailbox inactive", "mailbox is inactive",
                "account disabled",
                "account is disabled", "account has been disabled", "account is suspended", "account suspended",
                "has been suspended", "is suspended", "inactive account", "inactive user", "user suspended",
                "mailbox currently suspended", "deactivated", "account is locked", "temporarily inactive",
                "user is terminated", "mailbox is frozen", "recipient suspend", "account is temporarily limited",
                "deaktiviert", "gesperrt", "désactivé", "desactivad", "disattivat", "geblokkeerd",
            ]
        ),
        (
            "1.1",
            [
                "user unknown", "unknown user", "no such user", "user not found", "user does not exist",
                "user doesn't exist", "no such recipient", "no such mailbox", "no such address", "no such person",
                "no such account", "no mailbox", "mailbox not found", "mailbox does not exist", "mailbox unknown",
                "mailbox doesn't exist", "mailbox not available", "invalid recipient", "invalid mailbox",
                "invalid address", "invalid user", "unknown recipient", "recipient unknown", "recipient not found",
                "recipient address rejected", "unknown address", "address unknown", "bad address", "invalid local part",
                "unknown local part", "unknown local-part", "bad destination mailbox", "address does not exist",
                "address doesn't exist", "account does not exist", "account that you tried to reach does not exist",
                "recipnotfound", "not a valid recipient", "not a valid user", "not a valid mailbox",
                "not a known user", "not listed in", "not a local address", "unknown or illegal",
                "no account by that name",
                "couldn't be found", "could not be found", "wasn't found at", "user doesn't have a",
                "no longer valid", "no longer in use", "isn't a known", "nicht gefunden", "empfänger unbekannt",
                "benutzer unbekannt", "unbekannter", "existiert nicht", "gibt es nicht", "utilisateur inconnu",
                "destinataire inconnu", "adresse inconnue", "n'existe pas", "introuvable", "no existe", "desconocido",
                "utente sconosciuto", "sconosciut", "non esiste", "utente simile", "onbekende", "bestaat niet",
                "não existe", "destinatário desconhecido", "не существует", "не найден", "неизвестный", "存在しません",
                "見つかりません", "ディレクトリのリストにありません", "does not exist", "doesn't exist", "not known here",
            ]
        ),
        (
            "1.3",
            [
                "bad recipient address syntax", "syntax error in address", "domain missing",
                "bad destination mailbox address syntax",
            ]
        ),
        ("1.8", ["sender domain", "domain of sender address", "sender address rejected", "sender rejected"]),
    ]

    private static let route: [(detail: String, words: [String])] = [
        (
            "4.6",
            [
                "hop count exceeded", "too many hops", "mail loop", "loops back", "routing loop", "loop detected",
                "too many received", "mail forwarding loop",
            ]
        ),
        (
            "4.7",
            [
                "delivery time expired", "message expired", "queue too long", "retry timeout exceeded",
                "retry time not reached", "could not be delivered for", "could not deliver for",
                "cannot send message for",
                "message timed out", "was not delivered within", "has not been collected", "delivery expired",
                "giving up on", "multiple retries", "could not send message for past", "not been able to deliver for",
                "within the allowed queue period",
            ]
        ),
        (
            "4.1",
            [
                "connection timed out", "connection refused", "operation timed out", "no route to host",
                "unable to connect", "couldn't connect", "could not connect", "cannot connect", "not responding",
                "did not respond", "does not respond", "network is unreachable", "host is unreachable",
                "was not reachable", "did not accept our requests to connect", "network error", "socket error",
                "unable to contact", "no answer from host",
                "all relevant mx records point to non-existent",
            ]
        ),
        (
            "4.2",
            ["connection reset", "lost connection", "connection dropped", "connection was dropped", "bad connection"]
        ),
        ("4.3", ["host name lookup", "temporary lookup failure", "name server: host not found", "servfail"]),
        ("4.4", ["unable to route", "no route", "can't route", "cannot route"]),
    ]

    private static let policy: [(detail: String, words: [String])] = [
        ("7.25", ["reverse dns", "reverse lookup", "ptr record", "no ptr", "reverse hostname", "reverse mapping"]),
        ("7.26", ["dmarc"]),
        ("7.23", ["spf check", "spf fail", "spf validation", "spf record", "sender policy framework"]),
        ("7.20", ["dkim"]),
        (
            "7.1",
            [
                "spam", "unsolicited", "junk mail", "blacklist", "blocklist", "block list", "black list", "spamhaus",
                "spamcop", "dnsbl", "blocked", "blocking", "banned", "listed by", "listed in", "poor reputation",
                "bad reputation", "reputation", "relay access denied", "relaying denied", "relay not permitted",
                "relaying not", "unable to relay", "not an open relay", "rcpthosts", "access denied",
                "administrative prohibition", "not authorized", "not authorised", "not permitted",
                "not allowed", "forbidden", "prohibited", "policy", "virus", "infected", "malware", "phishing",
                "content rejected", "message rejected", "rejected by", "is rejected", "was rejected", "email rejected",
                "mail rejected", "messages from", "refused by", "refused to accept", "message refused",
                "not a member", "members only", "permission to post", "only accepts", "restricted", "wurde abgelehnt",
                "abgewiesen", "rejeté",
                "refusé", "rechazad", "respint", "rifiutat", "geweigerd", "rejeitad", "отклонен",
            ]
        ),
    ]

    private static let vague: [(detail: String, words: [String])] = [
        ("3.5", ["configuration error", "config error", "misconfigured"]),
        ("3.0", ["local error", "mail system error", "local delivery failed", "child process", "pipe to |"]),
        ("5.3", ["too many recipients"]),
        ("1.1", ["address rejected", "mailbox unavailable", "account unavailable", "unknown or invalid"]),
    ]
}
