import Foundation

/// Prints figures in one form: what, how much, and the aim.
enum Report {
    static func heading(_ text: String) {
        say("\n\(text)")
    }

    /// At once, also into a file: a run takes minutes.
    static func say(_ text: String) {
        print(text)
        fflush(nil)
    }

    /// - Parameter isMet: nil where the figure has no aim.
    static func line(_ what: String, _ figure: String, aim: String = "", isMet: Bool? = nil) {
        let verdict = isMet.map { $0 ? "met" : "missed" } ?? ""
        say("  \(padded(what, 46))\(padded(figure, 30))\(padded(aim, 34))\(verdict)")
    }

    static func rate(_ count: Int, in duration: Duration) -> String {
        "\(Int((Double(count) / duration.seconds).rounded())) a second"
    }

    static func times(_ ratio: Double) -> String {
        String(format: "%.2f times", ratio)
    }

    static func number(_ value: Double, places: Int) -> String {
        String(format: "%.\(places)f", value)
    }

    static func padded(_ text: String, _ width: Int) -> String {
        text + String(repeating: " ", count: max(1, width - text.count))
    }
}

extension Duration {
    var seconds: Double { self / .seconds(1) }
    var milliseconds: Double { self / .milliseconds(1) }
}

extension Array where Element: Comparable {
    /// The middle one, the upper of two; of nothing there is none.
    var median: Element? {
        isEmpty ? nil : sorted()[count / 2]
    }
}
