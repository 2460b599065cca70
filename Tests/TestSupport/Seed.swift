import Foundation

/// A source of random numbers that can be run again: SplitMix64 (Steele, Lea and Flood 2014).
package struct Seed: RandomNumberGenerator, Sendable {
    /// What the sequence started from.
    package let value: UInt64
    private var state: UInt64

    package init(_ value: UInt64) {
        self.value = value
        state = value
    }

    /// The seed in `WAVELENGTH_TEST_SEED`, else a random one; printed either way, with `purpose`, to run a failure again.
    package static func fromEnvironment(_ purpose: String) -> Seed {
        let given = ProcessInfo.processInfo.environment["WAVELENGTH_TEST_SEED"].flatMap { UInt64($0) }
        let seed = Seed(given ?? UInt64.random(in: .min ... .max))
        print("\(purpose): WAVELENGTH_TEST_SEED=\(seed.value)")
        return seed
    }

    package mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }
}
