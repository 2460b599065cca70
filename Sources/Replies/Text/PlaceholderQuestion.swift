/// What whoever finishes a reply is asked for a value that is needed and not there, in the language of the reply: the
/// questions of its template stand beside it in that language.
enum PlaceholderQuestion {
    /// Of the placeholders that the program itself defines.
    static func isKnown(_ name: String) -> Bool {
        english[name] != nil
    }

    /// In English where the program has no words of the language; the name where it is nothing of the program's own.
    static func text(of placeholder: Placeholder, in language: String) -> String {
        let name = placeholder.name
        return texts[language]?[name] ?? english[name] ?? name
    }

    /// - Parameter field: of a look-up, as the reply names it.
    static func unsaid(_ field: String, in language: String) -> String {
        switch language {
        case "de": "Was kein Abruf ergab: \(field)"
        case "fr": "Ce qu’aucune consultation n’a donné : \(field)"
        case "es": "Lo que ninguna consulta dijo: \(field)"
        default: "What no look-up said: \(field)"
        }
    }

    private static let texts = ["de": german, "fr": french, "es": spanish]

    private static let english = [
        "customer.first_name": "The customer's first name",
        "customer.name": "The customer's name",
        "subject": "What the message is about",
        "ask": "What the customer asks, in their words",
        "inbox.name": "The name that we sign with",
        "inbox.signature": "The inbox's signature",
        "agent.name": "Who signs",
        "fact.order_id": "The order number",
        "fact.invoice_id": "The invoice number",
        "fact.amount": "The amount of money",
        "fact.date": "The day that the customer speaks of",
        "fact.product": "The product",
        "fact.name": "The name that the customer signs with",
        "fact.phone": "The customer's telephone number",
        "fact.email": "The mail address that the customer gives",
        "fact.address": "The address that the customer gives",
        "limit.what": "What we cannot do at present. Completes: “At present we cannot …”",
        "limit.reason": "Why not? Completes: “because …”",
        "limit.alternative": "What can we do instead? A whole sentence.",
        "limit.until": "Until which day?",
        "promise.what": "What was promised",
        "promise.due": "By which day?",
        "promise.new_due": "By which day now?",
        "topic": "The matter, such as “your invoice”",
    ]

    private static let german = [
        "customer.first_name": "Vorname der Kundin oder des Kunden",
        "customer.name": "Name der Kundin oder des Kunden",
        "subject": "Worum es in der Nachricht geht",
        "ask": "Was gefragt wird, in den Worten der Nachricht",
        "inbox.name": "Der Name, mit dem wir unterschreiben",
        "inbox.signature": "Die Signatur des Postfachs",
        "agent.name": "Wer unterschreibt",
        "fact.order_id": "Die Bestellnummer",
        "fact.invoice_id": "Die Rechnungsnummer",
        "fact.amount": "Der Betrag",
        "fact.date": "Der Tag, um den es geht",
        "fact.product": "Der Artikel",
        "fact.name": "Der Name unter der Nachricht",
        "fact.phone": "Die Telefonnummer der Kundin oder des Kunden",
        "fact.email": "Die angegebene E-Mail-Adresse",
        "fact.address": "Die angegebene Anschrift",
        "limit.what": "Was zurzeit nicht geht. Ergänzt: „Zurzeit können wir nicht …“",
        "limit.reason": "Warum nicht? Ergänzt: „weil …“",
        "limit.alternative": "Was geht stattdessen? Ein ganzer Satz.",
        "limit.until": "Bis zu welchem Tag?",
        "promise.what": "Was versprochen wurde",
        "promise.due": "Bis zu welchem Tag?",
        "promise.new_due": "Bis zu welchem Tag jetzt?",
        "topic": "Das Anliegen, etwa „Ihre Rechnung“",
    ]

    private static let french = [
        "customer.first_name": "Prénom du client",
        "customer.name": "Nom du client",
        "subject": "L’objet du message",
        "ask": "Ce que demande le client, dans ses mots",
        "inbox.name": "Le nom sous lequel nous signons",
        "inbox.signature": "La signature de la boîte",
        "agent.name": "Qui signe",
        "fact.order_id": "Le numéro de commande",
        "fact.invoice_id": "Le numéro de facture",
        "fact.amount": "Le montant",
        "fact.date": "Le jour dont parle le client",
        "fact.product": "L’article",
        "fact.name": "Le nom au bas du message",
        "fact.phone": "Le numéro de téléphone du client",
        "fact.email": "L’adresse e-mail indiquée par le client",
        "fact.address": "L’adresse indiquée par le client",
        "limit.what": "Ce qui n’est pas possible en ce moment. Complète : « En ce moment, nous ne pouvons pas … »",
        "limit.reason": "Pourquoi ? Complète : « parce que … »",
        "limit.alternative": "Que pouvons-nous faire à la place ? Une phrase entière.",
        "limit.until": "Jusqu’à quel jour ?",
        "promise.what": "Ce qui a été promis",
        "promise.due": "Pour quel jour ?",
        "promise.new_due": "Pour quel jour maintenant ?",
        "topic": "Le sujet, par exemple « votre facture »",
    ]

    private static let spanish = [
        "customer.first_name": "Nombre de pila del cliente",
        "customer.name": "Nombre y apellidos del cliente",
        "subject": "De qué trata el mensaje",
        "ask": "Lo que pide el cliente, con sus palabras",
        "inbox.name": "El nombre con el que firmamos",
        "inbox.signature": "La firma del buzón",
        "agent.name": "Quién firma",
        "fact.order_id": "El número de pedido",
        "fact.invoice_id": "El número de factura",
        "fact.amount": "El importe",
        "fact.date": "El día del que habla el cliente",
        "fact.product": "El artículo",
        "fact.name": "El nombre al pie del mensaje",
        "fact.phone": "El teléfono del cliente",
        "fact.email": "La dirección de correo que da el cliente",
        "fact.address": "La dirección que da el cliente",
        "limit.what": "Lo que ahora no podemos hacer. Completa: «Ahora no podemos …»",
        "limit.reason": "¿Por qué no? Completa: «porque …»",
        "limit.alternative": "¿Qué podemos hacer en su lugar? Una frase entera.",
        "limit.until": "¿Hasta qué día?",
        "promise.what": "Lo que se prometió",
        "promise.due": "¿Para qué día?",
        "promise.new_due": "¿Para qué día ahora?",
        "topic": "El asunto, por ejemplo «su factura»",
    ]
}
