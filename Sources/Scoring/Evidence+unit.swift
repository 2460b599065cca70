package import Model

extension Evidence {
    /// The multiple of `unit` nearest to `weight`: sums of such are exact in any order.
    package static func rounded(_ weight: Double) -> Double {
        (weight / unit).rounded() * unit
    }
}
