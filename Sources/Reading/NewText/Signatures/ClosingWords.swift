/// How letters end, before the name.
enum ClosingWords {
    static let phrases = Word.phrases([
        "thanks", "thank you", "many thanks", "thanks a lot", "thanks again", "thanks and regards", "thank you so much",
        "thanks in advance", "best", "best regards", "kind regards", "warm regards", "kindest regards", "regards",
        "with regards", "with kind regards", "best wishes", "all the best", "cheers", "sincerely", "yours sincerely",
        "sincerely yours", "yours faithfully", "yours truly", "yours", "respectfully", "cordially", "take care", "rgds",
        "brgds", "br", "kr", "mit freundlichen grüßen", "mit freundlichen gruessen", "mit freundlichem gruß",
        "freundliche grüße", "mit besten grüßen", "beste grüße", "viele grüße", "viele gruesse", "liebe grüße",
        "herzliche grüße", "schöne grüße", "grüße", "gruß", "gruss", "mfg", "lg", "vg", "hochachtungsvoll",
        "vielen dank", "danke", "besten dank", "merci", "merci d avance", "merci beaucoup", "cordialement",
        "bien cordialement", "très cordialement", "bien à vous", "sincères salutations", "salutations",
        "meilleures salutations", "cdlt", "saludos", "un saludo", "saludos cordiales", "un cordial saludo",
        "atentamente", "gracias", "muchas gracias", "cordiali saluti", "distinti saluti", "saluti", "un saluto",
        "cordialmente", "grazie", "met vriendelijke groet", "met vriendelijke groeten", "vriendelijke groeten",
        "groeten", "groet", "mvg", "bedankt", "alvast bedankt", "atenciosamente", "cumprimentos",
        "com os melhores cumprimentos", "melhores cumprimentos", "abraços", "obrigado", "obrigada",
        "med venlig hilsen", "venlig hilsen", "de bedste hilsner", "hilsen", "mvh", "kh", "vh", "dbh",
        "kærlig hilsen", "med vennlig hilsen", "vennlig hilsen", "beste hilsen", "med vänliga hälsningar",
        "vänliga hälsningar", "hälsningar", "vänligen", "tack", "ystävällisin terveisin", "terveisin", "t", "terv",
        "z poważaniem", "pozdrawiam", "pozdrawiam serdecznie", "z wyrazami szacunku", "dziękuję", "s pozdravem",
        "s přátelským pozdravem", "děkuji", "s pozdravom", "ďakujem", "üdvözlettel", "tisztelettel", "köszönettel",
        "köszönöm", "cu stimă", "cu respect", "mulțumesc", "o zi bună", "lep pozdrav", "lp", "srdačan pozdrav",
        "pozdrav", "с уважением", "с наилучшими пожеланиями", "спасибо", "з повагою", "дякую", "поздрави",
        "с уважение", "saygılarımla", "saygılar", "iyi günler", "teşekkürler", "με εκτίμηση", "ευχαριστώ", "בברכה",
        "תודה", "مع التحية", "شكرا", "salam", "hormat saya", "terima kasih", "trân trọng", "敬具", "此致", "祝好", "谢谢",
        "감사합니다",
    ])
}
