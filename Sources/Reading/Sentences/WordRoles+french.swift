extension WordRoles {
    static let french: [(WordRoles, String)] = [
        (
            .month,
            """
            janvier=1 janv=1 fevrier=2 fevr=2 mars=3 avril=4 mai=5 juin=6 juillet=7 juil=7 aout=8 septembre=9 octobre=10
            oct=10 novembre=11 nov=11 decembre=12 dec=12
            """
        ),
        (.weekday, "lundi=1 mardi=2 mercredi=3 jeudi=4 vendredi=5 samedi=6 dimanche=7"),
        (.day, "hier=-1 aujourd=0 demain=1"),
        (
            .cardinal,
            """
            un=1 une=1 deux=2 trois=3 quatre=4 cinq=5 six=6 sept=7 huit=8 neuf=9 dix=10 onze=11 douze=12 quinze=15
            vingt=20 trente=30
            """
        ),
        (
            .unit,
            "jour=1 jours=1 semaine=7 semaines=7 mois=30 an=365 ans=365 annee=365 annees=365"
        ),
        (.ahead, "dans"),
        (.last, "dernier derniere passe"),
        (.next, "prochain prochaine prochains"),
        (.until, "avant jusqu jusque ici"),
        (.since, "depuis"),
        (.ordinal, "er"),
        (.past, "ai a avons avez ont avais avait avaient etait etais devait devais suis ete recu commande"),
        (
            .future,
            """
            sera serai serons pourrez pouvez pourriez voudrais besoin faut dois veuillez merci souhaite vais allons aurai
            voulez pourrais peut peux
            """
        ),
        (.currency, "dollar=1 dollars=1 livre=2 livres=2 franc=3 francs=3"),
        (.order, "commande commandes cmd cde reservation achat"),
        (.numbering, "numero numeros no nr num n reference ref"),
        (
            .otherNumber,
            """
            facture client suivi colis article modele produit compte contrat dossier ticket code carte bon telephone
            serie
            """
        ),
        (
            .phone,
            "telephone tel portable mobile appeler appelez joindre joignable fixe fax whatsapp rappeler rappelez contacter"
        ),
        (.product, "article modele produit"),
        (.street, "rue avenue av boulevard bd place chemin impasse allee quai route cours square passage faubourg"),
        (.title, "m mme mlle monsieur madame mademoiselle messieurs dr"),
        (
            .closing,
            """
            cordialement cdlt bien sinceres sinceree salutations meilleures respectueusement merci amicalement bonne belle
            cdt distinguees dans
            """
        ),
        (.thanks, "merci mercis"),
        (
            .greeting,
            "bonjour bonsoir salut coucou cher chere chers madame monsieur mesdames messieurs hello tous toutes equipe a l"
        ),
        (.conjunction, "et ou mais puis aussi donc"),
        (.subject, "je j nous il elle ils elles on c cela ca"),
        (.subordinator, "si quand lorsque puisque comme car bien des apres avant afin"),
        (
            .filler,
            """
            svp s il vous plait te aussi alors donc et ou mais puis egalement maintenant ensuite enfin sinon deuxiemement
            premierement oui non par ailleurs de plus rapidement urgemment simplement
            """
        ),
        (.article, "le la les l un une des du de d au aux mon ma mes cette ce ici"),
        (.preposition, "a de en pour avec sans sur dans par chez vers depuis avant apres"),
        (.linking, "est etait avec le la les l de du ma mon mes porte sous pour et numero voici suivante au a"),
        (.shortened, "m mm no janv fevr avr juil sept oct nov dec av bd tel env ex ref art cf"),
        (
            .opener,
            """
            je j nous mon ma il elle merci pouvez pourriez quand ou comment combien pourquoi est quel quelle si avez puis
            veuillez et mais vous
            """
        ),
        (
            .common,
            """
            je tu il elle nous vous ils elles on me te se le la les un une des de du et ou mais ne pas plus si que qui
            quoi quand comment ou pourquoi tres bien aussi oui non avec sans pour par sur dans est sont a ai avez avons
            merci continuation journee soiree reception avance aide reponse retour votre vos notre mon ma mes ce cette cela equipe service client journee
            """
        ),
        (.about, "environ presque pres plus"),
        (.times, "fois"),
        (.own, "mon"),
        (.called, "appelle"),
        (.name, "nom"),
        (.particle, "de du la le van d"),
        (.salute, "bonjour bonsoir salut coucou cher chere chers"),
        (.interrogative, "quand ou comment combien pourquoi quel quelle quels quelles que qui"),
        (.otherwise, "sinon autrement"),
    ]
}
