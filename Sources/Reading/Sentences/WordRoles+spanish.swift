extension WordRoles {
    static let spanish: [(WordRoles, String)] = [
        (
            .month,
            """
            enero=1 febrero=2 marzo=3 abril=4 mayo=5 junio=6 julio=7 agosto=8 septiembre=9 setiembre=9 octubre=10
            noviembre=11 diciembre=12
            """
        ),
        (.weekday, "lunes=1 martes=2 miercoles=3 jueves=4 viernes=5 sabado=6 domingo=7"),
        (.day, "anteayer=-2 antier=-2 ayer=-1 hoy=0 manana=1"),
        (
            .cardinal,
            """
            un=1 una=1 uno=1 dos=2 tres=3 cuatro=4 cinco=5 seis=6 siete=7 ocho=8 nueve=9 diez=10 once=11 doce=12
            quince=15 veinte=20 treinta=30
            """
        ),
        (.unit, "dia=1 dias=1 semana=7 semanas=7 mes=30 meses=30 ano=365 anos=365"),
        (.ago, "hace"),
        (.ahead, "en dentro"),
        (.last, "pasado pasada ultimo"),
        (.next, "proximo proxima siguiente este"),
        (.until, "antes hasta para"),
        (.since, "desde"),
        (
            .past,
            """
            he ha hemos han habia habian era fue fui compre pedi llego recibi hice tenia debia iba estaba estuve pague
            envie llame dijeron dijo hizo pidio compro vino
            """
        ),
        (
            .future,
            "sera puede pueden podria podrian necesito quiero quisiera voy va favor debo vamos quieren tengo llegara"
        ),
        (.beforeMorning, "la esta una cada buena de las por toda misma"),
        (.currency, "dolar=1 dolares=1 libra=2 libras=2 franco=3 francos=3"),
        (.order, "pedido pedidos orden compra reserva"),
        (.numbering, "numero numeros num nro no nr n referencia ref"),
        (
            .otherNumber,
            """
            factura cliente seguimiento envio paquete articulo modelo producto cuenta contrato ticket codigo tarjeta
            telefono serie expediente cupon
            """
        ),
        (
            .phone,
            "telefono tel movil celular llamar llamarme llamen llamenme llameme fijo fax whatsapp contactarme localizarme"
        ),
        (.product, "articulo modelo producto"),
        (.street, "calle c avenida avda av plaza paseo camino carretera ronda travesia pza"),
        (.title, "sr sra srta dr dra ing lic don dona senor senora senores"),
        (
            .closing,
            """
            saludos saludo un atentamente cordialmente atte gracias muchas cordial cordiales afectuoso abrazo reciban
            """
        ),
        (.thanks, "gracias"),
        (
            .greeting,
            """
            hola buenos buenas buen dias tardes noches dia estimado estimada estimados estimadas senores senor senora
            sr sra equipo todos muy que tal
            """
        ),
        (.conjunction, "y e o u pero tambien ademas"),
        (.subject, "yo me nos mi ella esto eso ya"),
        (.subordinator, "si cuando como porque aunque despues desde una ya segun"),
        (
            .filler,
            """
            por favor porfavor porfa tambien ademas entonces y o pero pues ahora asi luego si no bueno segundo primero
            finalmente urgentemente simplemente e
            """
        ),
        (.article, "el la los las un una del al de mi mis su este proximo dia"),
        (.preposition, "en de a con por para sin sobre desde hasta al del"),
        (.linking, "es era con el la los las de del mi mis al bajo para y numero siguiente tiene"),
        (.shortened, "sr sra srta sres num nro avda av tel ej pag art ref dpto ud uds vd admon no"),
        (
            .opener,
            """
            yo me mi el la hola quiero quisiera necesito por pueden puede podrian cuando donde como que cual cuanto es
            gracias si pero y no he
            """
        ),
        (
            .common,
            """
            yo tu el ella nosotros ustedes ellos me te se le les lo la los las un una unos de del y o pero no si que quien
            cuando como donde por para con sin en a es son esta estan ha he han muy mas bien tambien ya gracias antemano
            ayuda respuesta mi su sus nuestro favor equipo servicio cliente
            """
        ),
        (.about, "unos unas casi aproximadamente mas"),
        (.times, "veces vez"),
        (.own, "mi"),
        (.called, "llamo soy"),
        (.name, "nombre"),
        (.particle, "de del la las los y"),
        (.salute, "hola buenos buenas estimado estimada estimados"),
        (.interrogative, "cuando donde como cuanto que quien cual cuales"),
        (.otherwise, "contrario"),
    ]
}
