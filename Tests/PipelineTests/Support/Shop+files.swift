import ConfigurationFiles

extension Shop {
    static let files = [
        HelpDesk.file("config/intents/shop.yaml", intents),
        HelpDesk.file("config/limits.yaml", limits()),
        HelpDesk.file("config/goodwill.yaml", goodwill),
        HelpDesk.file(
            "templates/en/_limit.md",
            "Until {{limit.until}} we cannot {{limit.what}}. {{limit.alternative}}"
        ),
        HelpDesk.file("templates/en/_recovery.md", "That was ours to get right. I see to it myself."),
        HelpDesk.file("templates/en/order.where.md", whereIs),
        HelpDesk.file("templates/en/order.late.md", late),
        HelpDesk.file("templates/en/order.change.md", change),
        HelpDesk.file("templates/en/promise.late.md", promiseLate),
        HelpDesk.file("templates/en/promise.early.md", promiseEarly),
        HelpDesk.file("templates/en/limit.ended.md", limitEnded),
        HelpDesk.file("templates/en/check_back.md", checkBack),
    ]

    private static let intents = """
        intents:
          - id: order.where
            title: Where is my order
            keywords: {en: {where is my order: 9}}
          - id: order.late
            title: My order is late
            keywords: {en: {still not here: 9}}
          - id: order.change
            title: Change my order
            keywords: {en: {change my order: 9}}
        """

    /// - Parameter more: lines of the one limit there is.
    static func limits(_ more: String = "") -> String {
        """
        limits:
          - id: no_sunday
            what: {en: deliver on Sundays}
            reason: {en: our carrier does not drive then}
            until: 2027-04-10
            alternatives: [{en: Saturday is possible.}]
            owner: anna
            intents: [order.change]
            \(more)
        """
    }

    private static let goodwill = """
        currency: EUR
        offers:
          - {id: delivery, title: {en: free delivery}, value: 4.90}
          - {id: voucher, title: {en: a voucher}, value: 20}
        budgets:
          - {role: agent, each: 5, month: 10}
          - {role: senior, each: 50, month: 200, per_customer: 30}
        """

    private static let whereIs = """
        ---
        title: Where is my order
        slots:
          arrives: {label: When does it arrive?, type: date}
        promise: {what: The order arrives, by: {slot: arrives}, owner: warehouse}
        ---
        ## gain
        It is with you on [[arrives]].
        """

    private static let late = """
        ---
        title: My order is late
        promise: {what: The late order arrives, by: {within: 2 working days}}
        goodwill: [delivery, voucher]
        ---
        ## recovery
        It should be with you by now, and that is our fault.
        ## gain
        I send it anew today.

        For the wait you get [[goodwill]].
        """

    private static let change = """
        ---
        title: Change my order
        promise: {what: The order is changed, by: {within: 4 working hours}, kept: reply}
        ---
        ## gain
        I change it for you.
        """

    private static let promiseLate = """
        ---
        title: Late
        slots:
          cause: {label: Why?}
          new_day: {label: When now?, type: date, from: promise.new_due}
        promise: {what: What was promised before, by: {slot: new_day}}
        ---
        ## same page
        I gave you {{promise.due}}, and I will not make it: [[cause]].
        ## gain
        The new day is [[new_day]].
        """

    private static let promiseEarly = """
        ---
        title: Early
        promise: none
        ---
        ## gain
        It is done already, before {{promise.due}}.
        """

    private static let limitEnded = """
        ---
        title: Possible again
        promise: none
        ---
        ## gain
        Now we can {{limit.what}} again.
        """

    private static let checkBack = """
        ---
        title: Did it work
        promise: none
        ---
        ## gain
        Did it work out for you?
        """
}
