/// What the legal notes, pleas and seals are made of that programs put below mail.
enum DisclaimerWords {
    /// Words of which several together make a confidentiality note.
    static let legal = Word.keys(
        "confidential confidentiality privileged disclaimer recipient recipients addressee unauthorized unauthorised",
        "disclosure disseminate dissemination prohibited liability intended error delete destroy copying attachments",
        "vertraulich vertrauliche vertraulichen empfänger adressat irrtümlich unbefugte unbefugten vernichten löschen",
        "weitergabe gestattet haftung ausschließlich bestimmt rechtlich geschützte",
        "confidentiel confidentielle confidentielles destinataire destinataires erreur détruire interdite divulgation",
        "intention exclusive confidencial confidenciales destinatario destinatarios prohibida eliminar divulgación",
        "privilegiada riservate riservata riservato destinatari vietata divulgazione cancellare errore confidenziali",
        "vertrouwelijk vertrouwelijke geadresseerde verwijderen ontvanger confidenciais destinatário proibida apagar",
        "fortrolig fortrolige modtager konfidentiell mottagare konfidensiell mottaker luottamuksellinen vastaanottaja",
        "poufna poufne adresat adresata důvěrné důvěrný adresát bizalmas címzett confidențial конфиденциальной",
        "конфиденциальная получатель получателем конфіденційна gizli gizlidir alıcı εμπιστευτικό παραλήπτης"
    )

    /// A plea or a seal has a word of each set of some row.
    static let seals: [[WordSet]] = [
        [
            Word.keys("environment umwelt environnement planète medio ambiente milieu miljö miljøet miljön planet"),
            Word.keys(
                "print printing printed drucken ausdrucken gedruckt imprimer imprimez imprimir stampare afdrukken printen",
                "skriver skriva udskriver impression"
            ),
            Word.keys(
                "consider think before please bevor denken prüfen bitte pensez avant nécessaire antes piense piensa prima",
                "pensa denk voordat tänk innan tænk før pense"
            ),
        ],
        [
            Word.keys("virus viruses virenfrei virenschutz viren virusfrei malware antivirus"),
            Word.keys(
                "avast avg checked scanned free geprüft überprüft frei virenfrei absence vérifié libre analizado controllata",
                "gecontroleerd norton mcafee bitdefender kaspersky eset sophos mimecast messagelabs"
            ),
        ],
    ]

    /// How the lines begin that mailing lists and trackers put below.
    static let footers = [
        "you are receiving this", "you received this message because", "you received this email because",
        "reply to this email directly", "to unsubscribe", "unsubscribe from this", "to stop receiving",
        "to view this discussion on the web", "view this email in your browser", "sie erhalten diese e mail",
        "um sich abzumelden", "vous recevez ce message", "pour vous désabonner", "para cancelar la suscripción",
        "has recibido este mensaje porque", "per annullare l iscrizione", "om je af te melden",
    ].map { $0.split(separator: " ").map { Word.key($0) } }

    private static let footerBeginnings = WordSet(footers.compactMap(\.first))

    static func isFooter(_ words: [Word]) -> Bool {
        guard let first = words.first, footerBeginnings.contains(first.key) else { return false }
        return footers.contains { words.count >= $0.count && words.prefix($0.count).map(\.key).elementsEqual($0) }
    }

    /// A person who tells of a virus speaks of "I".
    static func isSeal(_ words: [Word]) -> Bool {
        guard words.count <= 40, !words.contains(where: { MobileWords.persons.contains($0.key) }) else { return false }
        return seals.contains { row in
            row.allSatisfy { set in words.contains { set.contains($0.key) } }
        }
    }
}
