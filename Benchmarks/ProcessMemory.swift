import Foundation

/// Resident memory of a process in KB, as the kernel counts it (`VmRSS`, `RssAnon` and `VmHWM` of proc_pid_status(5)).
struct ProcessMemory {
    /// With the pages of the program and its libraries that were touched, which processes share.
    let resident: Int
    /// What no other process has.
    let own: Int
    /// The most it ever was.
    let peak: Int

    init(of process: Int32) throws {
        let text = try String(contentsOfFile: "/proc/\(process)/status", encoding: .utf8)
        let fields = text.split(separator: "\n").map { $0.split(whereSeparator: \.isWhitespace) }
        func kilobytes(_ name: String) throws -> Int {
            guard let field = fields.first(where: { $0.first == "\(name):" }), let value = Int(field[1]) else {
                throw BenchError("no \(name) of process \(process)")
            }
            return value
        }
        resident = try kilobytes("VmRSS")
        own = try kilobytes("RssAnon")
        peak = try kilobytes("VmHWM")
    }
}
