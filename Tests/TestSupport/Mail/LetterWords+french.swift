extension LetterWords {
    static let french = LetterWords(
        language: "fr",
        subjects: [
            "O\u{F9} est ma commande # ?", "Commande # arriv\u{E9}e cass\u{E9}e", "Remboursement de la commande #",
            "D\u{E9}bit\u{E9} deux fois : #",
        ],
        greetings: ["Bonjour,", "Madame, Monsieur,", "Bonsoir,"],
        openings: [
            "J'ai command\u{E9} une lampe il y a % jours (commande #), et elle n'est toujours pas arriv\u{E9}e.",
            "Mon colis de la commande # est arriv\u{E9} aujourd'hui, le carton ouvert et une tasse cass\u{E9}e.",
            "Vous avez d\u{E9}bit\u{E9} $ \u{20AC} deux fois de ma carte pour la commande #.",
            "Merci d'annuler la commande # ; je l'ai pass\u{E9}e par erreur il y a % minutes.",
        ],
        middles: [
            "Le suivi indique \u{AB} en transit \u{BB} depuis % jours.",
            "Je n'ai pas d'imprimante pour l'\u{E9}tiquette, et la poste est loin de chez moi.",
            "C'\u{E9}tait un cadeau d'anniversaire pour ma fille, et c'est dans % jours.",
            "J'ai d\u{E9}j\u{E0} \u{E9}crit la semaine derni\u{E8}re \u{E0} ce sujet, sans r\u{E9}ponse.",
            "J'ai pay\u{E9} $ \u{20AC} avec la livraison express, j'esp\u{E9}rais donc mieux.",
            "La personne au t\u{E9}l\u{E9}phone \u{E9}tait aimable mais ne voyait pas ma commande.",
            "Sinon j'ai toujours \u{E9}t\u{E9} contente de votre boutique, o\u{F9} j'ach\u{E8}te depuis des ann\u{E9}es.",
        ],
        closings: [
            "Pouvez-vous me dire ce qui se passe maintenant, et pour quand ?", "Merci de me rembourser.",
            "Merci de me dire avant vendredi si vous pouvez en envoyer une autre.",
        ],
        farewells: ["Cordialement,", "Bien \u{E0} vous,", "Avec mes remerciements,"],
        attribution: "Le lun. 2 mars 2026 \u{E0} 10:14, Example Shop <help@shop.test> a \u{E9}crit :",
        quoted: [
            "Cher client, merci de votre commande.",
            "Nous avons re\u{E7}u votre paiement et exp\u{E9}dions sous % jours.",
            "Le num\u{E9}ro dans ce message vous permet de suivre le colis.", "Votre num\u{E9}ro de commande est #.",
        ],
        signature: ["12 rue du Moulin, 35000 Rennes", "T\u{E9}l. 02 99 55 01 32", "Envoy\u{E9} de mon iPhone"]
    )
}
