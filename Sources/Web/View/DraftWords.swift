import Model

// Why a draft was made and what it is, in words for the people at the desk.

extension RecoveryCause {
    var words: String {
        switch self {
        case .complaint: "a complaint"
        case .distress: "distress"
        case .secondContact: "the second contact about one matter"
        case .brokenPromise: "a broken promise"
        }
    }
}

extension Occasion {
    /// Why it was drafted although nobody wrote, and what is to do; nil where the customer wrote.
    func words(of body: DraftBody) -> String? {
        let what = body.promise?.terms.first.map { ": \($0.what)" } ?? ""
        return switch self {
        case .message: nil
        case .promiseLate: "A promise of ours will be late\(what). Tell them before they ask"
        case .promiseEarly: "Good news: what we promised is done early"
        case .limitEnded(let limit): "Good news: “\(limit)” is over, and they were told of it"
        case .checkBack: "Check back: did what we did really help?"
        }
    }

    /// Whether waiting makes it worse.
    var isPressing: Bool {
        if case .promiseLate = self { true } else { false }
    }
}
