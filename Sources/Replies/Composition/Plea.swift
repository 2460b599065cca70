import Model

/// What customers ask us not to ask of them: "please do not ask me to carry it anywhere".
///
/// It is respected, not answered: for what is written to them it is a circumstance.
enum Plea {
    /// How many words are looked at, and how far apart the words of a plea stand.
    private static let reach = 14
    private static let distance = 4

    static func isMade(by ask: Ask) -> Bool {
        guard ask.kind == .request else { return false }
        var words: [String] = []
        for word in WordsOfText(ask.span.text) {
            words.append(word)
            if words.count == reach { break }
        }
        return words.indices.contains { isBurden(words, at: $0) && isNear(negations, to: $0, in: words) }
    }

    /// A verb of asking whose object is the writer.
    private static func isBurden(_ words: [String], at index: Int) -> Bool {
        let word = words[index]
        if word.hasPrefix("m'") { return verbs.contains(String(word.dropFirst(2))) }
        return verbs.contains(word) && isNear(writers, to: index, in: words)
    }

    private static func isNear(_ wanted: Set<String>, to index: Int, in words: [String]) -> Bool {
        words[max(0, index - distance)..<min(words.count, index + distance + 1)].contains(where: wanted.contains)
    }

    private static let negations = words("not don't dont never nicht ne pas n no nunca")

    private static let writers = words("me us mich mir uns moi nous m nos")

    private static let verbs = words(
        """
        ask make expect force require tell oblige
        bitten verlangen verlange verlangt erwarten erwarte erwartet zwingen zwing zwingt schicken schick schickt
        zumuten
        demandez demande demander demandes obligez oblige obliger obliges forcez force forcer forces faites fais imposez
        impose renvoyez renvoie
        pida pidan pidas pidáis pedirme obligue obliguen obligues haga hagan hagas exija exijan exijas
        """
    )

    private static func words(_ list: String) -> Set<String> {
        Set(list.split(whereSeparator: \.isWhitespace).map(String.init))
    }
}

extension Reading {
    /// What a reply has to answer: neither days that are only named nor pleas.
    var asksToAnswer: [Ask] {
        asks.filter { $0.kind != .deadline && !Plea.isMade(by: $0) }
    }
}
