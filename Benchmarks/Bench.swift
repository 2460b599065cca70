import Foundation
import Glibc

// The benchmarks are in charge of saying how fast and how small the program is: ratios measured in one run on this
// machine, each beside its aim. They are no tests: a missed aim is printed, and the exit code stays 0.

/// `bench [--quick] [PART…]`: all parts, or those named.
@main
struct Bench {
    static func main() async {
        signal(SIGPIPE, SIG_IGN)
        let plan = Plan(arguments: Array(CommandLine.arguments.dropFirst()))
        guard let plan else {
            print("usage: bench [--quick] [\(Part.allCases.map(\.rawValue).joined(separator: "|")) …]")
            exit(2)
        }
        do {
            Report.say(Machine.description)
            for part in plan.parts { try await part.run(plan) }
        } catch {
            print("The benchmark stopped: \(error)")
            exit(1)
        }
    }
}
