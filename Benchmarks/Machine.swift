import Foundation

/// What the figures were measured on.
enum Machine {
    /// Processors, and how busy they were with other work when the run began.
    static var description: String {
        let load = (try? String(contentsOfFile: "/proc/loadavg", encoding: .utf8))?.split(separator: " ").first ?? "?"
        return "\(ProcessInfo.processInfo.activeProcessorCount) processors, load \(load) at the start"
    }
}
