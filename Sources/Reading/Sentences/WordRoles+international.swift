extension WordRoles {
    /// Words that mean the same in all languages served. A list holds words between blanks, `word=value`.
    static let international: [(WordRoles, String)] = [
        (
            .currency,
            """
            eur=0 euro=0 euros=0 usd=1 gbp=2 chf=3 jpy=4 pln=5 sek=6 nok=7 dkk=8 cad=9 aud=10 czk=11 inr=12 mxn=13 sfr=3 zł=5
            """
        ),
        (.shortened, "mr mrs ms dr prof st tel approx etc vs ca eg ie inc ltd vol fig ref dept min max"),
        (.numbering, "id ids"),
        (.product, "sku ean asin"),
        (.title, "dr prof"),
        (.otherNumber, "iban bic vat dhl ups dpd gls tracking pin isbn imei serial"),
    ]
}
