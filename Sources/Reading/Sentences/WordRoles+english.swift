extension WordRoles {
    static let english: [(WordRoles, String)] = [
        (
            .month,
            """
            january=1 jan=1 february=2 feb=2 march=3 mar=3 april=4 apr=4 may=5 june=6 jun=6 july=7 jul=7 august=8 aug=8
            september=9 sept=9 sep=9 october=10 oct=10 november=11 nov=11 december=12 dec=12
            """
        ),
        (.weekday, "monday=1 tuesday=2 wednesday=3 thursday=4 friday=5 saturday=6 sunday=7"),
        (.day, "yesterday=-1 today=0 tonight=0 tomorrow=1 tmrw=1 tomorow=1 tommorow=1 tommorrow=1 yesturday=-1"),
        (
            .cardinal,
            """
            a=1 an=1 one=1 two=2 three=3 four=4 five=5 six=6 seven=7 eight=8 nine=9 ten=10 eleven=11 twelve=12
            fourteen=14 fifteen=15 twenty=20 thirty=30
            """
        ),
        (.unit, "day=1 days=1 week=7 weeks=7 month=30 months=30 year=365 years=365"),
        (.ago, "ago"),
        (.ahead, "in"),
        (.last, "last"),
        (.next, "next coming this"),
        (.until, "by until till before"),
        (.since, "since"),
        (.ordinal, "st nd rd th"),
        (.past, "was were had did have has been got came went bought paid sent told said made took gave broke"),
        (.future, "will shall can could would need want must going please wo ll hope expect"),
        (.currency, "dollar=1 dollars=1 bucks=1 pound=2 pounds=2 quid=2 franc=3 francs=3 yen=4 zloty=5"),
        (.order, "order orders ordernumber orderno purchase reservation booking"),
        (.numbering, "number numbers no nr num nbr reference ref code"),
        (
            .otherNumber,
            """
            invoice customer parcel package shipment ticket case account article item model product postcode zip
            card contract policy member membership voucher coupon discount flight room meter
            """
        ),
        (.phone, "phone telephone tel mobile cell call called reach whatsapp ring landline text fax"),
        (.product, "article item model product version type"),
        (
            .street,
            """
            street st road rd avenue ave lane ln drive dr close way court boulevard blvd place square terrace crescent
            gardens grove hill parkway pkwy highway row mews walk
            """
        ),
        (.title, "mr mrs ms miss sir madam dr prof"),
        (
            .closing,
            "regards sincerely yours cheers best kind warm thanks thank thx greetings love respectfully faithfully many with wishes"
        ),
        (.thanks, "thanks thank thx cheers ta"),
        (
            .greeting,
            "hi hello hey hiya dear good greetings howdy morning afternoon evening there all team everyone folks again"
        ),
        (.conjunction, "and or but also then nor plus so"),
        (.subject, "i we it he she they this that these those my our you your there"),
        (
            .subordinator,
            "if when as since because although though once while after before unless until given"
        ),
        (
            .filler,
            """
            please also then so just kindly now well okay ok secondly firstly first second lastly finally additionally
            furthermore and or but otherwise maybe perhaps besides again anyway instead still simply quickly moreover
            urgently immediately asap alternatively yes no sorry oh
            """
        ),
        (.article, "the a an of my your our this that"),
        (.preposition, "in on at for with from to of about by without after before into"),
        (.linking, "is was with the a of my your our here under has following called being reads for and"),
        (
            .shortened,
            "no nr hr hrs mon tue wed thu fri jan feb mar apr jun jul aug sept sep oct nov dec ave rd blvd approx"
        ),
        (
            .opener,
            """
            i we my it the there they you your please can could would will what where when why how who which is are do
            does did has have if thanks thank and but also so this that
            """
        ),
        (
            .common,
            """
            i you he she it we they me him her us them my your his its our their mine yours who what when where why how
            which this that these those here there not no yes ok okay if so very too much many more most all any some
            please sorry bye soon later now then and or but also just with without for from to of on in at by up out
            have has had do does did will would can could should is am are was were been be get got want need like know
            advance help reply time day week sent team service support customer order back really always never sir madam
            """
        ),
        (.about, "about around roughly approximately almost nearly over"),
        (.times, "times twice once"),
        (.own, "my"),
        (.name, "name"),
        (.particle, "van von de der del la"),
        (.salute, "hi hello hey hiya dear greetings howdy"),
        (.interrogative, "where when what how who why which whose whom"),
        (.otherwise, "otherwise else"),
    ]
}
