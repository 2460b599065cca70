/// What the words of a passage say: those that tell what it is about, cut to their beginnings so that forms of one word
/// are equal.
struct TellingWords {
    private(set) var all: Set<String> = []
    /// Whether it has a word that points back at something said before.
    private(set) var pointsBack = false
    /// Whether one of its first words is a "not".
    private(set) var isNegated = false

    /// How many letters of a word count.
    private static let beginning = 5
    /// How far from the beginning a "not" turns a request around.
    private static let reachOfNegation = 4

    init(_ text: String) {
        var place = 0
        for word in WordsOfText(text) {
            place += 1
            let kind = Self.kinds[word] ?? []
            if place <= Self.reachOfNegation, kind.contains(.negation) { isNegated = true }
            if kind.contains(.pronoun) { pointsBack = true }
            guard word.utf8.count > 1, !kind.contains(.empty) else { continue }
            all.insert(Self.beginning(of: word))
        }
    }

    private static func beginning(of word: String) -> String {
        if word.utf8.count <= beginning { return word }
        // What follows a letter may belong to it, but for ASCII.
        let isPlain = word.utf8.prefix(beginning + 1).allSatisfy { $0 < 0x80 }
        return isPlain ? String(Substring(word.utf8.prefix(beginning))) : String(word.prefix(beginning))
    }

    private struct Kind: OptionSet {
        let rawValue: UInt8

        static let negation = Kind(rawValue: 1)
        static let pronoun = Kind(rawValue: 2)
        static let empty = Kind(rawValue: 4)
    }

    /// What each word that tells nothing is, so that it is looked up once.
    private static let kinds: [String: Kind] = {
        var kinds: [String: Kind] = [:]
        for (words, kind) in [(negations, Kind.negation), (pronouns, .pronoun), (emptyWords, .empty)] {
            for word in words { kinds[word, default: []].insert(kind) }
        }
        return kinds
    }()

    private static let negations = words("not don't dont never nicht kein keine ne pas no nunca")

    private static let pronouns = words(
        """
        it its this that these those them so there
        es das dies diese diesen dieses ihn ihm sie dazu damit davon darum daran darauf dafür
        ça cela ceci ce cette cet le la les lui leur en y
        lo la los las eso esto ese esa este esta ello le les
        """
    )

    /// What asks, pleads, points and joins in each language, and says nothing of the matter.
    private static let emptyWords: Set<String> = pronouns.union(
        words(
            """
            a an and or but if then the to of in on at by for from with about as is are was were be been am do does did
            done have has had having can could will would shall should may might must need needs needed want wants like
            please kindly thanks thank you your yours i me my mine we us our he she they his her their who what when
            where why how which let know tell say said give get got getting make sure look looking check checking see
            help helping hear back answer reply respond response contact call write email mail message advise advice
            inform update explain possible possibly soon now today just also too again still yet already ever any some
            anything something someone anybody somebody everything all more much very really here up out over into no
            not don't doesn't didn't can't couldn't won't wouldn't isn't i'm i'd i've it's that's what's there's
            question questions problem issue matter matters case going happen happens happened happening find out sort
            sorted resolve resolved solve solved fix fixed deal take care forward hope appreciate grateful regards dear
            hello hi day time way things thing think mean wonder wondering whether could't confirm asap immediately

            ein eine einen einem einer und oder aber wenn dann der die den dem des zu zum zur von vom in im am an auf bei
            für mit über als ist sind war waren sein bin hat haben habe hatte hätte hätten kann können könnte könnten
            könnt könntest kannst wird werden würde würden soll sollen sollte muss müssen möchte möchten will wollen
            brauche brauchen bitte danke dank vielen ich mir mich mein meine meinen meiner meinem wir uns unser sie ihr
            ihre ihnen ihren du dir dich dein deine wer was wann wo warum wie wieso weshalb welche welcher welches ob
            lassen sagen sagt geben gibt schauen sehen prüfen helfen hilfe antwort antworten rückmeldung melden mitteilen
            informieren erklären wissen bescheid schnell bald jetzt heute auch noch schon wieder mal doch denn nur sehr
            mehr alles etwas jemand nicht kein keine keinen nun hier da weiter gerne gern möglich möglichst frage fragen
            problem sache fall passiert los weiß dass damit grüße hallo umgehend bitten

            un une des du de d l le la les et ou mais si alors à au aux dans sur par pour avec que qui quoi quand où
            pourquoi comment quel quelle quels quelles est sont était être suis a ai as avons avez ont avoir avais peux
            peut pouvez pourriez pourrais pourrait pouvoir dois doit devez voudrais voulez veux vouloir besoin faut merci
            svp plaît plait s'il vous je me m moi mon ma mes nous notre nos vous votre vos tu te toi ton ta tes il elle
            ils elles on dire dites donner donnez faire fait voir vérifier aider aide savoir répondre réponse contacter
            écrire informer expliquer tenir courant vite bientôt maintenant encore aussi déjà ne pas plus rien tout tous
            toute très bien bonjour cordialement question problème cas possible est-ce qu'est-ce jour

            un una unos unas el los las y o pero si entonces a al de del en con por para que qué quien quién cuándo
            cuando dónde donde cómo como cuál cuales porque es son era ser estar está están estoy soy he ha han haber
            hay puedo puede pueden podría podrían podéis podrías poder debo debe quiero quiere querría quisiera necesito
            favor gracias me mi mis yo nos nuestro nuestra usted ustedes su sus tú te tu tus ti decir decirme diga dar
            darme hacer hago ver mirar comprobar ayudar ayuda ayudarme saber responder respuesta contestar contactar
            escribir informar informarme explicar pronto ahora hoy también ya todavía aún no nada todo todos toda muy más
            bien hola saludos pregunta problema caso posible día
            """
        )
    )

    private static func words(_ list: String) -> Set<String> {
        Set(list.split(whereSeparator: \.isWhitespace).map(String.init))
    }
}
