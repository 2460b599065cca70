extension Script {
    /// The charsets of unlabelled mail; of two with equal ratings the first counts.
    static let all: [Script] =
        latin + [
            Script("windows-1251", letters: cyrillicLetters, share: 0.97, others: 60, isOfScript: isCyrillic),
            Script("koi8-r", letters: cyrillicLetters, share: 0.97, others: 60, isOfScript: isCyrillic),
            Script("iso-8859-5", letters: cyrillicLetters, share: 0.97, others: 60, isOfScript: isCyrillic),
            Script("cp866", letters: cyrillicLetters, share: 0.97, others: 60, isOfScript: isCyrillic),
            Script(
                "windows-1253",
                letters: "αοιετσνηυρπκμλςωάίόδγέήθχύφώβξζψϊϋΐΰ",
                share: 0.98,
                others: 60
            ) { (0x370..<0x400).contains($0) },
            Script(
                "windows-1255",
                letters: "יוהלאתרשמבנדחקםפכעגטןזצסךףץ",
                share: 0.98,
                others: 60
            ) { (0x590..<0x600).contains($0) },
            Script("windows-1256", letters: arabicLetters, share: 0.97, others: 60, isOfScript: isArabic),
            Script("iso-8859-6", letters: arabicLetters, share: 0.97, others: 60, isOfScript: isArabic),
            Script(
                "cp874",
                letters: "านร่อกเงมยลว้ดทตสะปบิคห์ัีขจใชพผไโ็ุูื",
                share: 0.95,
                others: 50
            ) { (0xE00..<0xE80).contains($0) },
            Script("cp932", letters: japaneseLetters, share: 0.75, others: 4000, isOfScript: isJapanese),
            Script("euc-jp-ms", letters: japaneseLetters, share: 0.75, others: 4000, isOfScript: isJapanese),
            Script("gb18030", letters: simplifiedLetters, share: 0.5, others: 4500, isOfScript: isHan),
            Script("big5-hkscs", letters: traditionalLetters, share: 0.5, others: 5000, isOfScript: isHan),
            Script(
                "cp949",
                letters: "이다는에가을하고의지한를로은기도서사어나리시자아대그해있라일수인정니면게들요과제보만상주세여부안습전스",
                share: 0.7,
                others: 2000
            ) { (0xAC00..<0xD7A4).contains($0) },
        ]

    private static let latin = [
        Script(
            "windows-1252",
            letters: "éäüöáíóàèçßñãêúåøæôâîëïûùõœìòýšžðþ¿¡ªº´µ",
            share: 0.9,
            others: 100,
            standsAlone: false,
            isOfScript: isLatinLetter
        ),
        Script(
            "windows-1250",
            letters: "ąęłóśćżńźáíéěščřžýůúťňďöüőűăâîșțşţđäôľĺŕ",
            share: 0.85,
            others: 100,
            standsAlone: false,
            isOfScript: isLatinLetter
        ),
        Script(
            "iso-8859-2",
            letters: "ąęłóśćżńźáíéěščřžýůúťňďöüőűăâîșțşţđäôľĺŕ",
            share: 0.85,
            others: 100,
            standsAlone: false,
            isOfScript: isLatinLetter
        ),
        Script(
            "windows-1254",
            letters: "ıüşğçöİâîû",
            share: 0.85,
            others: 100,
            standsAlone: false,
            isOfScript: isLatinLetter
        ),
    ]

    private static let cyrillicLetters = "оеаинтсрвлкмдпуяыьгзбчйхжшюцщіїэфъєґё"
    private static let arabicLetters = "اليمنوترعبسدهةفقكحجأشىصطخإضذثئغزظءآؤ"
    private static let japaneseLetters =
        "のいにたをはしてがるでとなまれすっかもこうらりさくきけんあよつだせそじ"
        + "みめ、。ーンスルトリクアイラドシレジタッフコ日一大年本人国中出会上行"
    private static let simplifiedLetters =
        "的一是不了在人有我他这个们中来上大为和国地到以说时要就出会可也你对生能而子那得于着下自之年过发后作里用道行所然家"
        + "种事成方多经么去法学如都同现当没动面起看定天分还进好小部其些主样理心本前开但因只从想实日军者意无力它与长把机十民第公此已工使"
        + "请谢您信件单货订收款问题账户联系电话"
    private static let traditionalLetters =
        "的一是不了在人有我他這個們中來上大為和國地到以說時要就出會可也你對生能而子那得於著下自之年過發後作裡用道行所然家"
        + "種事成方多經麼去法學如都同現當沒動面起看定天分還進好小部其些主樣理心本前開但因只從想實日軍者意無力它與長把機十民第公此已工使"
        + "請謝您信件單貨訂收款問題帳戶聯絡電話"

    private static func isLatinLetter(_ value: UInt32) -> Bool {
        (0xC0..<0x250).contains(value) && value != 0xD7 && value != 0xF7
    }

    private static func isCyrillic(_ value: UInt32) -> Bool { (0x400..<0x500).contains(value) }

    private static func isArabic(_ value: UInt32) -> Bool { (0x600..<0x700).contains(value) }

    private static func isHan(_ value: UInt32) -> Bool { (0x4E00..<0xA000).contains(value) }

    private static func isJapanese(_ value: UInt32) -> Bool {
        isHan(value) || (0x3040..<0x3100).contains(value)
    }
}
