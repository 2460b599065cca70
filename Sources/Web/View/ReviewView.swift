import Model
import Pipeline

/// What there is to know about a draft before deciding: a part of the matter's page, and an answer of its own while
/// somebody types.
struct ReviewView: Page {
    static let template = "review"

    struct Found: Sendable {
        var check: String
        var severity: String
        var label: String
        var message: String
        /// nil for what is missing.
        var quote: String?
        /// Where the charter explains it; nil where it does not.
        var page: String?
    }

    struct Promised: Sendable {
        var what: String
        var due: String
        var owner: String
        var isOpen: Bool
    }

    var score: Int
    var summary: String
    var findings: [Found]
    var hasFindings: Bool
    var promised: [Promised]
    var hasPromised: Bool
    var promisesNothing: Bool
    var isUndecided: Bool
    var limits: [LimitLine]
    var hasLimits: Bool
    /// How it would go out in a chat; nil for mail.
    var chat: OutlookView?
    /// What keeps it from being released, before anybody tries.
    var obstacles: [String]
    var hasObstacles: Bool

    init(_ review: DraftReview, charter: CharterBook) {
        score = review.report.score
        findings = review.report.findings.sorted { ($1.severity, $0.span.start) < ($0.severity, $1.span.start) }
            .map { Found($0, charter) }
        hasFindings = !findings.isEmpty
        summary = Self.summary(review.report.findings)
        promised = review.promises.map(Promised.init)
        hasPromised = !promised.isEmpty
        promisesNothing = review.draft.body.promise == DraftPromise.none
        isUndecided = !hasPromised && !promisesNothing
        limits = review.limits.map { LimitLine($0, language: review.draft.body.language) }
        hasLimits = !limits.isEmpty
        chat = OutlookView(review.chat)
        obstacles = FindingWords.obstacles(review).filter { $0 != review.chat?.noReplies }
        hasObstacles = !obstacles.isEmpty
    }

    private static func summary(_ findings: [Finding]) -> String {
        let blocking = findings.count { $0.severity == .block }
        let others = findings.count - blocking
        return switch (blocking, others) {
        case (0, 0): "nothing to mend"
        case (0, 1): "one thing to look at"
        case (0, _): "\(others) things to look at"
        case (_, 0): "\(blocking) to mend first"
        default: "\(blocking) to mend first, \(others) to look at"
        }
    }
}

extension ReviewView.Found {
    /// Characters of the customer-facing text that are quoted.
    private static let quoted = 160

    init(_ finding: Finding, _ charter: CharterBook) {
        check = finding.check
        severity = finding.severity.rawValue
        label = FindingWords.label(finding.severity)
        message = finding.message
        let words = finding.span.text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
        quote = words.isEmpty ? nil : words.count > Self.quoted ? "\(words.prefix(Self.quoted))…" : words
        page = charter.path(of: finding.check)
    }
}

extension ReviewView.Promised {
    init(_ promise: PromiseInWords) {
        what = promise.what
        due = promise.dueText
        owner = promise.owner
        isOpen = promise.due == nil
    }
}

/// A limit that a draft names.
struct LimitLine: Sendable {
    var id: String
    var what: String
    /// Until when, and who sees to it.
    var term: String
    var isOver: Bool

    init(_ standing: LimitStanding, language: String) {
        id = standing.id
        isOver = !standing.isInForce
        what = standing.limit.map { Self.what($0, id: standing.id, language: language) } ?? standing.id
        term =
            standing.limit.map { "until \($0.endedOn?.text ?? $0.until.text), \($0.owner)" } ?? "no longer in the file"
    }

    static func what(_ limit: Limit, id: String, language: String = "en") -> String {
        limit.what["en"] ?? limit.what[language] ?? limit.what.min { $0.key < $1.key }?.value ?? id
    }
}
