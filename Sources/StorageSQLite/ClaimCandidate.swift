import GRDB
import Model

/// What waits to be looked at: a message or a delivery, with how often that was tried.
struct ClaimCandidate<Subject> {
    var id: Identifier<Subject>
    var attempts: Int
    /// Octets.
    var size: Int

    init(row: Row) throws {
        id = try row.id("id")
        attempts = try row.int("attempts")
        size = try row.int("size")
    }
}

/// How many octets are in memory at once, whatever they are like.
private let mostOctets = 16 << 20

extension ArraySlice {
    /// The first one, and those after it that fit beside it.
    private func affordable<Subject>() -> Self where Element == ClaimCandidate<Subject> {
        var room = mostOctets
        let fitting = prefix { candidate in
            room -= candidate.size
            return room >= 0
        }
        return fitting.isEmpty ? prefix(1) : fitting
    }

    /// Those that are handed out together: one that was tried comes alone, fresh ones come up to the next that was tried.
    fileprivate func group<Subject>() -> Self where Element == ClaimCandidate<Subject> {
        guard let first else { return [] }
        return first.attempts > 0 ? prefix(1) : prefix { $0.attempts == 0 }.affordable()
    }
}

extension Database {
    /// The first of the candidates that are to be handed out. Those before them that were tried `attempts` times are
    /// parked.
    func claim<Subject>(
        _ candidates: () throws -> [ClaimCandidate<Subject>],
        attempts: Int,
        park: (ClaimCandidate<Subject>) throws -> Void
    ) throws -> [Identifier<Subject>] {
        while true {
            let waiting = try candidates()
            let worn = waiting.prefix { $0.attempts >= attempts }
            try worn.forEach(park)
            let group = waiting.dropFirst(worn.count).group()
            if !group.isEmpty || worn.isEmpty { return group.map(\.id) }
        }
    }
}
