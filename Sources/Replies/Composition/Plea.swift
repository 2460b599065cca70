import Model

/// What customers ask us not to ask of them: "please do not ask me to carry it anywhere".
///
/// It is respected, not answered: for what is written to them it is a circumstance.
enum Plea {
    /// How many words of an ask are looked at.
    private static let reach = 14
    /// How far apart the words of a German plea stand.
    private static let distance = 4

    static func isMade(by ask: Ask) -> Bool {
        guard ask.kind == .request, mayDeny(ask.span.text) else { return false }
        var words: [String] = []
        for word in WordsOfText(ask.span.text) {
            words.append(word)
            if words.count == reach { break }
        }
        guard words.contains(where: { negations.contains($0) || $0 == "nicht" }) else { return false }
        return words.indices.contains { isPlea(words, at: $0) || isGermanPlea(words, at: $0) }
    }

    /// Whether a word may be a negation: most texts of requests have none, and need not be cut to words.
    private static func mayDeny(_ text: String) -> Bool {
        var text = text
        return text.withUTF8 { bytes in
            bytes.indices.contains { place in
                let isN = bytes[place] | 0x20 == UInt8(ascii: "n")
                guard isN || bytes[place] | 0x20 == UInt8(ascii: "d"), place + 1 < bytes.count else { return false }
                guard place == 0 || !isLetterOrDigit(bytes[place - 1]) else { return false }
                switch bytes[place + 1] | 0x20 {
                case UInt8(ascii: "o"): return true
                case UInt8(ascii: "e"), UInt8(ascii: "i"), UInt8(ascii: "u"): return isN
                default: return false
                }
            }
        }
    }

    private static func isLetterOrDigit(_ byte: UInt8) -> Bool {
        (0x30...0x39).contains(byte) || (0x61...0x7A).contains(byte | 0x20)
    }

    /// A denied verb of asking with the writer beside it: "do not ask me", "ne me demandez pas".
    private static func isPlea(_ words: [String], at index: Int) -> Bool {
        guard isDenied(words, at: index) else { return false }
        let word = words[index]
        if word.hasPrefix("m'") { return verbs.contains(String(word.dropFirst(2))) }
        let beside = words[max(0, index - 1)..<min(words.count, index + 2)]
        return verbs.contains(word) && beside.contains(where: writers.contains)
    }

    /// "If not, make me an offer" denies nothing.
    private static func isDenied(_ words: [String], at index: Int) -> Bool {
        (max(0, index - 2)..<index).contains { place in
            negations.contains(words[place]) && (place == 0 || words[place - 1] != "if")
        }
    }

    private static func isGermanPlea(_ words: [String], at index: Int) -> Bool {
        guard germanVerbs.contains(words[index]) else { return false }
        let around = words[max(0, index - distance)..<min(words.count, index + distance + 1)]
        return around.contains("nicht") && around.contains(where: germanWriters.contains)
    }

    private static let negations = words("not don't dont never ne no nunca")
    private static let writers = words("me us nous nos")
    private static let germanWriters = words("mich mir uns")

    private static let verbs = words(
        """
        ask make expect force require oblige
        demandez demande demander demandes obligez oblige obliger obliges forcez force forcer forces faites fais imposez
        impose renvoyez renvoie
        pida pidan pidas pidáis obligue obliguen obligues haga hagan hagas exija exijan exijas
        """
    )

    private static let germanVerbs = words(
        """
        bitten verlangen verlange verlangt erwarten erwarte erwartet zwingen zwing zwingt schicken schick schickt
        zumuten
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
