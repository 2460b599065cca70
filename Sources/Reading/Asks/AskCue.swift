import Model
import Scoring

/// A keyword of the asks' lexicon where it was found.
struct AskCue {
    /// The labels of `config/asks.yaml`.
    enum Label: String {
        case question
        case questionOpening = "question.opening"
        case request
        case requestOpening = "request.opening"
        case deadline
        case deadlineDate = "deadline.date"
        case courtesy
        case frame

        /// Counts only where a clause begins with it.
        var isOpening: Bool { self == .questionOpening || self == .requestOpening }

        var isQuestion: Bool { self == .question || self == .questionOpening }

        var isRequest: Bool { self == .request || self == .requestOpening }
    }

    let label: Label
    let weight: Double
    /// Places in `ScannedText.pieces`.
    let pieces: Range<Int>

    /// Speaks for a question or request.
    var isAsk: Bool { weight > 0 && (label.isQuestion || label.isRequest) }
}

extension ScannedText {
    /// The cues among the finds of the asks' lexicon, in the order of the text. Labels unknown here say nothing.
    func cues(_ scores: [LabelScore]) -> [AskCue] {
        var finds: [(label: AskCue.Label, weight: Double, start: Int, end: Int)] = []
        for score in scores {
            guard let label = AskCue.Label(rawValue: score.label) else { continue }
            for evidence in score.evidence { finds.append((label, evidence.weight, evidence.start, evidence.end)) }
        }
        finds.sort { $0.start == $1.start ? $0.end < $1.end : $0.start < $1.start }
        var index = 0
        return finds.compactMap { find in
            while index < pieces.count, pieces[index].scalarEnd <= find.start { index += 1 }
            var end = index
            while end < pieces.count, pieces[end].scalarStart < find.end { end += 1 }
            return end > index ? AskCue(label: find.label, weight: find.weight, pieces: index..<end) : nil
        }
    }
}
