import Foundation
import Model

/// A message written for the measure of reading, with what a careful person reads in it (`README.md` beside this file).
struct HeldOutMessage: Sendable {
    enum Flag: String, Sendable, CaseIterable {
        case distress
        case churn
        case publicComplaint = "public_complaint"
        case praisesPerson = "praises_person"
    }

    struct ExpectedAsk: Sendable {
        /// Any of these will do.
        var kinds: Set<Ask.Kind>
        var span: TextSpan
        /// May be read but need not be.
        var isOptional: Bool
    }

    struct ExpectedCircumstance: Sendable {
        /// Any of these will do.
        var kinds: Set<NamedCircumstance.Kind>
        var span: TextSpan
        var isOptional: Bool
    }

    struct ExpectedFact: Sendable {
        var kind: Fact.Kind
        var value: String
        var span: TextSpan
        var isOptional: Bool
    }

    /// A language and a number, such as `en-002`.
    var id: String

    /// Messages with odd numbers have been looked at to find out what the lists lack; those with even numbers have not.
    var wasSeen: Bool { Int(id.drop { !$0.isNumber })?.isMultiple(of: 2) == false }

    var received: Date
    var zone: TimeZone
    var text: String
    /// The main one first.
    var intents: [String]
    var sentiment: Int
    var urgency: Int
    var flags: Set<Flag>
    var asks: [ExpectedAsk]
    var circumstances: [ExpectedCircumstance]
    var facts: [ExpectedFact]
}
