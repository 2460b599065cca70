extension LetterWords {
    static let spanish = LetterWords(
        language: "es",
        subjects: [
            "\u{BF}D\u{F3}nde est\u{E1} mi pedido #?", "El pedido # lleg\u{F3} roto", "Reembolso del pedido #",
            "Cobrado dos veces: #",
        ],
        greetings: ["Hola:", "Buenos d\u{ED}as:", "Estimados se\u{F1}ores:"],
        openings: [
            "Hace % d\u{ED}as ped\u{ED} una l\u{E1}mpara (pedido #) y todav\u{ED}a no ha llegado.",
            "Hoy lleg\u{F3} mi paquete del pedido # con la caja abierta y una taza rota.",
            "Me han cobrado $ \u{20AC} dos veces en la tarjeta por el pedido #.",
            "Por favor, cancelen el pedido #; lo hice por error hace % minutos.",
        ],
        middles: [
            "El seguimiento dice \u{AB}en tr\u{E1}nsito\u{BB} desde hace % d\u{ED}as.",
            "No tengo impresora para la etiqueta y la oficina de correos me queda lejos.",
            "Era un regalo de cumplea\u{F1}os para mi hija, que es dentro de % d\u{ED}as.",
            "Ya escrib\u{ED} la semana pasada por este asunto y nadie me ha contestado.",
            "Pagu\u{E9} $ \u{20AC} con env\u{ED}o urgente, as\u{ED} que esperaba algo mejor.",
            "La persona del tel\u{E9}fono fue amable pero no pod\u{ED}a ver mi pedido.",
            "Por lo dem\u{E1}s siempre he estado contenta con su tienda, donde compro desde hace a\u{F1}os.",
        ],
        closings: [
            "\u{BF}Pueden decirme qu\u{E9} pasa ahora y para cu\u{E1}ndo?", "Devu\u{E9}lvanme el dinero, por favor.",
            "D\u{ED}ganme antes del viernes si pueden enviar otra.",
        ],
        farewells: ["Un saludo,", "Atentamente,", "Muchas gracias,"],
        attribution: "El lun, 2 mar 2026 a las 10:14, Example Shop (<help@shop.test>) escribi\u{F3}:",
        quoted: [
            "Estimado cliente, gracias por su pedido.",
            "Hemos recibido su pago y lo enviaremos en % d\u{ED}as.",
            "Puede seguir su paquete con el n\u{FA}mero de este mensaje.", "Su n\u{FA}mero de pedido es #.",
        ],
        signature: ["Calle del Molino 12, 37002 Salamanca", "Tel. 923 55 01 32", "Enviado desde mi iPhone"]
    )
}
