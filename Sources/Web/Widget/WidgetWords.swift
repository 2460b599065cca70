import Foundation
import Model
import Pipeline

/// What the widget says, in the languages that it speaks.
struct WidgetWords: Sendable {
    /// BCP 47, for `lang`.
    var language: String
    var usualTitle: String
    var open: String
    var close: String
    var news: String
    var messages: String
    var message: String
    var send: String
    /// What the keys do in the field of the message.
    var keys: String
    var name: String
    var you: String
    var sending: String
    var sent: String
    /// While the browser has no network: of one message, and of all.
    var held: String
    var offline: String
    /// Of one message, and of any.
    var failed: String
    var someFailed: String
    var again: String
    var tooFast: String
    var lost: String
    var greeting: String
    var leave: String
    var address: String
    var addressWhy: String
    var addressKept: String
    var addressSave: String
    var addressForget: String
    var addressWrong: String
    var noScript: String
    let time: WidgetTimeWords

    /// English for languages that it does not speak.
    static func of(_ language: String) -> WidgetWords {
        switch language.lowercased().prefix(2) {
        case "de": german
        case "fr": french
        case "es": spanish
        default: english
        }
    }

    /// When a person answers, in one or two sentences.
    func outlook(_ outlook: AnswerOutlook) -> String {
        time.sentence(outlook)
    }
}
