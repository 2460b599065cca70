import Model
import Reading
import Scoring

/// How well the shipped lists alone tell what the messages of bitext_cs are about, before any example: its labels are
/// mapped to the intents that a shop would file them under.
enum ColdStart {
    /// The first intent is the one whose template answers best; the others would answer too.
    private static let intents: [String: [String]] = [
        "cancel_order": ["order.cancel"],
        "change_order": ["order.change"],
        "change_shipping_address": ["order.change", "account.change"],
        "check_cancellation_fee": ["order.cancel", "contract.cancel", "price.question"],
        "check_invoice": ["invoice"],
        "check_payment_methods": ["payment.failed", "price.question"],
        "check_refund_policy": ["refund.status", "return"],
        "complaint": ["complaint.policy", "complaint.person"],
        "contact_customer_service": ["opening_hours"],
        "contact_human_agent": ["opening_hours"],
        "create_account": ["account.change"],
        "delete_account": ["account.close"],
        "delivery_options": ["availability"],
        "delivery_period": ["order.where", "availability"],
        "edit_account": ["account.change"],
        "get_invoice": ["invoice"],
        "get_refund": ["refund.status", "return"],
        "newsletter_subscription": ["account.change"],
        "payment_issue": ["payment.failed"],
        "place_order": ["availability", "howto"],
        "recover_password": ["account.access"],
        "registration_problems": ["account.access", "account.change", "technical.fault"],
        "review": ["suggestion", "praise"],
        "set_up_shipping_address": ["order.change", "account.change"],
        "switch_account": ["account.change"],
        "track_order": ["order.where"],
        "track_refund": ["refund.status"],
    ]

    static func run() throws {
        Report.heading("bitext_cs cold, by the shipped lists alone")
        let reader = try MessageReader(try ShippedLists.load())
        for split in ["valid", "train"] {
            guard let messages = LabelledMessages(collection: "bitext_cs", split: split) else { continue }
            let judged = messages.examples.map { (intents[$0.label] ?? [], best(of: $0, reader)) }
            let count = Double(judged.count)
            let strict = Double(judged.count { $0.first == $1.first }) / count
            let right = Double(judged.count { $0.contains($1.first ?? "") }) / count
            let three = Double(judged.count { !Set($0).isDisjoint(with: $1) }) / count
            report("\(messages.source), \(judged.count) messages", right, hasAim: true)
            report("  one intent for each label", strict)
            report("  among the best three", three)
            if split == "valid" { misses(messages.examples, reader) }
        }
    }

    private static func best(of example: LabelledExample, _ reader: MessageReader) -> [String] {
        reader.ranking(of: example.text, language: example.language).intents.prefix(3).map(\.intent)
    }

    /// What goes wrong most often.
    private static func misses(_ examples: [LabelledExample], _ reader: MessageReader) {
        var counts: [String: Int] = [:]
        for example in examples {
            let found = best(of: example, reader).first ?? "nothing"
            guard intents[example.label]?.contains(found) != true else { continue }
            counts["\(example.label), taken for \(found)", default: 0] += 1
        }
        for (miss, count) in counts.sorted(by: { ($1.value, $0.key) < ($0.value, $1.key) }).prefix(8) {
            Report.line("  \(miss)", "\(count)")
        }
    }

    private static func report(_ what: String, _ share: Double, hasAim: Bool = false) {
        let figure = Report.number(share * 100, places: 1) + " %"
        guard hasAim else { return Report.line(what, figure) }
        Report.line(what, figure, aim: "aim: above 80 %", isMet: share > 0.8)
    }
}
