extension WordRoles {
    static let german: [(WordRoles, String)] = [
        (
            .month,
            """
            januar=1 jan=1 janner=1 februar=2 feb=2 marz=3 maerz=3 mar=3 mrz=3 april=4 apr=4 mai=5 juni=6 jun=6 juli=7
            jul=7 august=8 aug=8 september=9 sept=9 sep=9 oktober=10 okt=10 november=11 nov=11 dezember=12 dez=12
            """
        ),
        (.weekday, "montag=1 dienstag=2 mittwoch=3 donnerstag=4 freitag=5 samstag=6 sonnabend=6 sonntag=7"),
        (.day, "vorgestern=-2 gestern=-1 heute=0 morgen=1 ubermorgen=2 uebermorgen=2"),
        (
            .cardinal,
            """
            ein=1 eine=1 einem=1 einer=1 einen=1 zwei=2 drei=3 vier=4 funf=5 fuenf=5 sechs=6 sieben=7 acht=8 neun=9
            zehn=10 elf=11 zwolf=12 zwoelf=12 vierzehn=14 zwanzig=20 dreissig=30
            """
        ),
        (
            .unit,
            """
            tag=1 tage=1 tagen=1 woche=7 wochen=7 monat=30 monate=30 monaten=30 jahr=365 jahre=365 jahren=365
            """
        ),
        (.ago, "vor"),
        (.ahead, "in"),
        (.last, "letzten letzter letzte letztem letztes vergangenen vergangener"),
        (.next, "nachsten nachster nachste naechsten naechste nachstem kommenden kommender kommende diesen dieser"),
        (.until, "bis spatestens spaetestens"),
        (.since, "seit"),
        (
            .past,
            """
            habe hat haben hatte hatten war waren wurde wurden sollte sollten kam bekam erhielt bestellte ist wollte
            hab worden gewesen
            """
        ),
        (
            .future,
            "werde wird werden kann konnen koennen konnt mochte moechte brauche bitte muss soll bin will musste benotige"
        ),
        (
            .beforeMorning,
            "guten am jeden der diesen heute gestern schonen schoenen einen frohen den dem vom im montag freitag"
        ),
        (.currency, "franken=3 fr=3 dollar=1 pfund=2 stutz=3"),
        (
            .order,
            """
            bestellung bestellungen bestellnummer bestellnr auftrag auftrags auftragsnummer auftragsnr bestell order
            ordernummer buchung lieferung auftragsbestatigung bestellnummern buchungsnummer reservierung bestellungsnummer
            """
        ),
        (.numbering, "nummer nummern nr num kennung"),
        (
            .otherNumber,
            """
            rechnung rechnungsnummer rechnungsnr kundennummer kundennr sendung sendungsnummer paketnummer trackingnummer
            artikel artikelnummer artikelnr modell produkt plz postleitzahl ticket ticketnummer vertrag vertragsnummer
            konto kontonummer seriennummer gutschein gutscheincode telefonnummer handynummer kunden sendungs rechnungs
            trackingnr retourennummer mitgliedsnummer vorgangsnummer zahlernummer rufnummer
            """
        ),
        (
            .phone,
            """
            telefon tel telefonisch telefonnummer handy handynummer mobil mobilnummer mobilfunk anrufen ruf rufen rufnummer
            erreichbar erreichen erreichst fax festnetz whatsapp ruckruf rueckruf telefonnr
            """
        ),
        (.product, "artikel artikelnummer artikelnr modell produkt typ modellnummer produktnummer produktcode"),
        (.title, "herr frau hr fr dr herrn mag prof"),
        (
            .closing,
            """
            mit freundlichen freundliche grussen gruessen gruss grusse gruesse viele liebe beste besten lg mfg vg bg
            herzliche hochachtungsvoll danke dank vielen schone schoene ciao servus gruessle pfiat pfiati baba tschuss
            """
        ),
        (.thanks, "danke dank dankeschon dankeschoen merci"),
        (
            .greeting,
            """
            hallo hi hey guten gute tag morgen abend moin servus gruss grussgott gott liebe lieber liebes sehr geehrte
            geehrter geehrten damen und herren herr frau zusammen team gruezi tach nochmal miteinander schonen schoenen
            """
        ),
        (.conjunction, "und oder aber sondern ausserdem sowie dann also"),
        (.subject, "ich wir es er man leider"),
        (
            .subordinator,
            """
            wenn falls da weil obwohl nachdem als sobald bevor solange wahrend seit sofern damit sollte
            """
        ),
        (
            .filler,
            """
            bitte und oder aber ja nein erstens zweitens drittens
            """
        ),
        (.article, "der die das den dem des ein eine einen einem zum zur am mein meine meiner meinen"),
        (.preposition, "in im am an auf bei mit von vom zu zum zur fur nach ohne aus uber um bis"),
        (
            .linking,
            "ist war lautet mit der die das den dem von vom meine meiner mein zur zum hat hier unter fur lautete heisst und folgende"
        ),
        (
            .shortened,
            """
            nr bzw ggf inkl zzgl evtl usw bspw str hr fr tel abs ca vgl sog insb geb gem max min mind bestellnr
            rechnungsnr kundennr artikelnr jan feb apr jun jul aug sept okt nov dez zb dh std dipl ing
            """
        ),
        (
            .opener,
            """
            ich wir mein meine es das die der bitte kann konnen konnten wann wo wie was warum wer welche ist sind haben
            hat gibt wenn falls danke vielen und aber leider
            """
        ),
        (
            .common,
            """
            ich du er sie es wir ihr mir mich dir dich uns euch ihnen ihm mein dein sein unser euer der die das den dem
            und oder aber nicht kein keine ja nein ok wenn dass ob so sehr auch nur noch schon mal bitte leider jetzt
            heute hier da was wie wo wann warum wer mit ohne fur von zu bei nach aus auf im am in an um bis ist sind war
            habe hat haben wird kann konnen muss soll will voraus hilfe antwort team grusse
            """
        ),
        (.about, "ca circa etwa ungefahr rund gut fast knapp uber"),
        (.times, "mal zweimal dreimal einmal viermal mehrmals"),
        (.own, "mein"),
        (.called, "heisse"),
        (.name, "name"),
        (.particle, "van von vom zu der de"),
        (.salute, "hallo hi hey guten moin servus liebe lieber liebes gruezi schonen tach"),
        (
            .interrogative,
            "wann wo wie warum was wer wem wen wieso weshalb wohin woher woran wozu welche welcher welches welchen welchem"
        ),
        (.otherwise, "sonst andernfalls ansonsten"),
    ]
}
