/// How long a body may take to come: by what has come of it, as large mail on a slow line is not slow for being large, and
/// whoever sends next to nothing is not waited for.
struct BodyPatience: Sendable {
    /// For a body that does not move.
    var first: Duration = .seconds(10)
    /// Octets a second of the slowest line on which a body still gets here.
    var rate = 50_000

    /// How long a body may have taken of which that many octets are here.
    func limit(after octets: Int) -> Duration {
        first + .seconds(Double(octets) / Double(rate))
    }
}
