extension MessageTable {
    /// Written after the first tables had been met, and marked before they were first read.
    static let later: [(language: String, source: String)] = [
        (
            "en",
            "Good afternoon, I bought a pair of boots from you on [date=2026-02-20|20 February] and the sole is already coming off. [q|Is this covered by the guarantee?] [r|If not, I'd be grateful for a voucher.] Yours sincerely, [name=Helen Ward|Helen Ward]"
        ),
        (
            "en",
            "[r|Get someone to ring me on [phone=01632960123|01632 960123] [date=2026-03-11|today]] because I'm done with emails."
        ),
        ("en", "[q|Any chance of a discount if I take two?] [d|We'd need both by the end of April.]"),
        (
            "en",
            "The courier wanted to know if I had a dog. Ridiculous. [r|Arrange another delivery for [date=2026-03-12|tomorrow].]"
        ),
        (
            "en",
            "[q|I can't see anywhere on your site how to download the invoice for order [order_id=GB-771204|GB-771204].]"
        ),
        ("en", "No rush at all, but [q|do you happen to know when the green ones are back?]"),
        (
            "de",
            "Guten Tag, die Stiefel vom [date=2026-02-20|20. Februar] lösen sich auf. [q|Fällt das unter die Garantie?] [r|Falls nicht, würde ich mich über einen Gutschein freuen.] Beste Grüße, [name=Helene Ward|Helene Ward]"
        ),
        ("de", "[r|Lassen Sie mich bitte von jemandem anrufen, [phone=030901820|030 901820].]"),
        ("de", "[q|Gibt es Rabatt, wenn ich zwei nehme?] [d|Ich bräuchte beide bis Ende April.]"),
        (
            "de",
            "Der Kurier wollte wissen, ob ich einen Hund habe. Lächerlich. [r|Veranlassen Sie eine neue Zustellung für [date=2026-03-12|morgen].]"
        ),
        (
            "de",
            "[q|Ich finde nirgends, wie man die Rechnung zur Bestellung [order_id=DE-771204|DE-771204] herunterlädt.]"
        ),
        ("de", "Eilt nicht, aber [q|wissen Sie zufällig, wann die grünen wieder da sind?]"),
        (
            "fr",
            "Bonjour, les bottes du [date=2026-02-20|20 février] se décollent. [q|Est-ce pris en charge par la garantie ?] [r|Sinon, je serais ravie d'avoir un bon d'achat.] Bien cordialement, [name=Hélène Ward|Hélène Ward]"
        ),
        ("fr", "[r|Faites-moi rappeler au [phone=0145678901|01 45 67 89 01] au plus vite.]"),
        ("fr", "[q|Y a-t-il une remise si j'en prends deux ?] [d|Il me les faudrait pour fin avril.]"),
        (
            "fr",
            "Le coursier voulait savoir si j'avais un chien. Ridicule. [r|Organisez une nouvelle livraison pour [date=2026-03-12|demain].]"
        ),
        ("fr", "[q|Je ne trouve pas comment télécharger la facture de la commande [order_id=FR-771204|FR-771204].]"),
        ("fr", "Rien d'urgent, mais [q|sauriez-vous quand les verts seront de retour ?]"),
        (
            "es",
            "Buenos días, las botas del [date=2026-02-20|20 de febrero] se están despegando. [q|¿Lo cubre la garantía?] [r|Si no, me vendría bien un vale.] Un cordial saludo, [name=Elena Prado|Elena Prado]"
        ),
        ("es", "[r|Que alguien me llame al [phone=914567890|914 567 890] [date=2026-03-11|hoy] mismo.]"),
        ("es", "[q|¿Hay descuento si me llevo dos?] [d|Los necesitaría para finales de abril.]"),
        (
            "es",
            "El mensajero quería saber si tengo perro. Ridículo. [r|Organicen otra entrega para [date=2026-03-12|mañana].]"
        ),
        ("es", "[q|No encuentro cómo descargar la factura del pedido [order_id=ES-771204|ES-771204].]"),
        ("es", "No corre prisa, pero [q|¿saben cuándo vuelven las verdes?]"),
    ]
}
