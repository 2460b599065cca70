/// How the fields are called in the languages that Outlook, Apple Mail, Thunderbird, Roundcube and the mail programs of
/// phones are translated into.
enum HeaderNames {
    static let all: [(HeaderLabel, String)] = [
        (.from, from), (.date, date), (.to, to), (.cc, copy), (.subject, subject),
    ]

    private static let from = """
        from|von|de|da|van|fra|från|frá|frå|od|lähettäjä|kimden|gönderen|feladó|de la|expeditor|от|від|ад|од|від кого|\
        от кого|από|αποστολέας|差出人|送信元|送信者|发件人|發件人|寄件者|寄件人|보낸 사람|보낸사람|보내는 사람|sender|expéditeur|remitente|\
        remetente|mittente|absender|afzender|avsender|avsändare|afsender|nadawca|odesílatel|odosielateľ|pošiljatelj|\
        отправитель|відправник|отправител|подател|מאת|השולח|من|از|المرسل|فرستنده|dari|pengirim|daripada|từ|người gửi|\
        จาก|ผู้ส่ง|প্রেরক|प्रेषक|saatja|kellelt|nuo|siuntėjas|no|sūtītājs|nga|nork|fan|remitent|expedient|šalje|ვისგან
        """

    private static let date = """
        sent|date|date sent|sent on|sent at|gesendet|gesendet am|datum|envoyé|envoyé le|date d'envoi|message du|enviado|\
        enviado el|enviado em|enviada em|enviada|enviado a las|fecha|fecha de envío|inviato|inviato il|data|verzonden|\
        verzonden op|sendt|sendt den|dato|skickat|skickat den|wysłano|wysłane|data wysłania|odesláno|odoslané|dátum|\
        lähetetty|päivämäärä|päiväys|gönderildi|gönderilme|tarih|elküldve|küldve|trimis|отправлено|дата|дата отправки|\
        изпратено|надіслано|адпраўлена|послато|poslano|poslato|saadetud|išsiųsta|nosūtīts|dërguar më|bidalita|enviat|\
        ημερομηνία|στάλθηκε|αποστολή|送信日時|日付|日時|送信日|发送时间|发送日期|發送時間|寄送日期|日期|时间|寄件日期|보낸 날짜|날짜|보낸날짜|\
        נשלח|תאריך|التاريخ|المرسل في|تاريخ الإرسال|ارسال|تاریخ|dikirim|terkirim|tanggal|tarikh|đã gửi|ngày|gửi|วันที่|ส่ง|ส่งเมื่อ|\
        তারিখ|तारीख|kuupäev|datums|datë|dîrok|sendita je|თარიღი|გაიგზავნა
        """

    private static let to = """
        to|an|à|a|para|pour|aan|til|till|do|komu|pro|vastaanottaja|kime|alıcı|címzett|către|catre|кому|до|за|προς|\
        παραλήπτης|宛先|收件人|收件者|받는 사람|받는사람|recipient|recipients|destinataire|destinataires|empfänger|\
        destinatario|destinatário|ontvanger|modtager|mottaker|mottagare|adresát|adresat|odbiorca|примач|получатель|\
        אל|إلى|المستلم|به|kepada|penerima|tới|người nhận|đến|ถึง|ผู้รับ|প্রতি|saaja|kellele|kam|gavėjas|për|nori|oan|za|\
        prima|ვის|delivered to
        """

    private static let copy = """
        cc|ccn|kopie|kopi|kopia|kopija|kópia|copie|copie à|copia|cópia|копия|копия до|копія|копие|κοιν|κοινοποίηση|bcc|\
        reply to|antwort an|répondre à|responder a|抄送|副本|参照|참조|másolat|bilgi|dw|kopio|koopia|kp|עותק|نسخة|رونوشت|\
        tembusan|đồng kính gửi|สำเนา|attachments|anlagen|pièces jointes|importance|wichtigkeit|priority|organization
        """

    private static let subject = """
        subject|betreff|betrifft|objet|sujet|asunto|oggetto|onderwerp|assunto|emne|ämne|temat|předmět|predmet|vec|aihe|\
        konu|tárgy|subiect|subiectul|тема|тэма|относно|заглавие|наслов|naslov|zadeva|tema|teema|pealkiri|temats|subjekts|\
        subjekti|gaia|assumpte|θέμα|件名|主题|主題|主旨|제목|נושא|الموضوع|موضوع|perihal|subjek|judul|chủ đề|tiêu đề|หัวเรื่อง|\
        เรื่อง|বিষয়|विषय|efni|viðfangsefni|titill|underwerp|სათაური|საგანი
        """
}
