extension ScriptModel {
    static let western = ScriptModel(
        "éäüöáíóàèçßñãêúåøæôâîëïûùõœìòýšžðþ¿¡ªº´µ",
        in: 0xC0...0x24F,
        share: 0.9,
        others: 100,
        standsAlone: false
    )
    static let german = ScriptModel("üäöß", in: 0xC0...0x24F, share: 0.98, standsAlone: false)
    static let french = ScriptModel("éèàêçùâîôûëïœæ", in: 0xC0...0x24F, share: 0.98, standsAlone: false)
    static let iberian = ScriptModel("áíóéñãçõúêàâü¿¡ºª", in: 0xC0...0x24F, share: 0.98, standsAlone: false)
    static let nordic = ScriptModel("äöåøæéü", in: 0xC0...0x24F, share: 0.98, standsAlone: false)
    static let polish = ScriptModel("ąęłóśćżńź", in: 0xC0...0x24F, share: 0.98, standsAlone: false)
    static let czech = ScriptModel("íáéěščřžýůúťňďöüľôĺŕä", in: 0xC0...0x24F, share: 0.98, standsAlone: false)
    static let hungarian = ScriptModel("áéöőóíüúű", in: 0xC0...0x24F, share: 0.98, standsAlone: false)
    static let romanian = ScriptModel("ăîâșțşţ", in: 0xC0...0x24F, share: 0.98, standsAlone: false)
    static let turkish = ScriptModel("ıüşğçöİâîû", in: 0xC0...0x24F, share: 0.98, standsAlone: false)
    static let cyrillic = ScriptModel("оеаинтсрвлкмдпуяыьгзбчйхжшюцщіїэфъєґё", in: 0x400...0x4FF)
    static let greek = ScriptModel("αοιετσνηυρπκμλςωάίόδγέήθχύφώβξζψϊϋΐΰ", in: 0x370...0x3FF, endings: "ς")
    static let hebrew = ScriptModel("יוהלאתרשמבנדחקםפכעגטןזצסךףץ", in: 0x590...0x5FF, endings: "םןךףץ")
    static let arabic = ScriptModel("اليمنوترعبسدهةفقكحجأشىصطخإضذثئغزظءآؤ", in: 0x600...0x6FF)
    static let thai = ScriptModel("านร่อกเงมยลว้ดทตสะปบิคห์ัีขจใชพผไโ็ุูื", in: 0xE00...0xE7F, share: 0.95)
    static let japanese = ScriptModel(
        "のいにたをはしてがるでとなまれすっかもこうらりさくきけんあよつだせそじ"
            + "みめ、。ーンスルトリクアイラドシレジタッフコ日一大年本人国中出会上行",
        in: 0x3040...0x30FF,
        0x4E00...0x9FFF,
        share: 0.75,
        others: 4000
    )
    static let simplifiedChinese = ScriptModel(
        "的一是不了在人有我他这个们中来上大为和国地到以说时要就出会可也你对生能而子那得于着下自之年过发后作里用道行所然家"
            + "种事成方多经么去法学如都同现当没动面起看定天分还进好小部其些主样理心本前开但因只从想实日军者意无力它与长把机十民第公此已工使"
            + "请谢您信件单货订收款问题账户联系电话",
        in: 0x4E00...0x9FFF,
        share: 0.5,
        others: 4500
    )
    static let traditionalChinese = ScriptModel(
        "的一是不了在人有我他這個們中來上大為和國地到以說時要就出會可也你對生能而子那得於著下自之年過發後作裡用道行所然家"
            + "種事成方多經麼去法學如都同現當沒動面起看定天分還進好小部其些主樣理心本前開但因只從想實日軍者意無力它與長把機十民第公此已工使"
            + "請謝您信件單貨訂收款問題帳戶聯絡電話",
        in: 0x4E00...0x9FFF,
        share: 0.5,
        others: 5000
    )
    static let korean = ScriptModel(
        "이다는에가을하고의지한를로은기도서사어나리시자아대그해있라일수인정니면게들요과제보만상주세여부안습전스",
        in: 0xAC00...0xD7A3,
        share: 0.7,
        others: 2000
    )
}
