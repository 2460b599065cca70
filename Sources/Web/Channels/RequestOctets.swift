import HTTPTypes
import Hummingbird

/// What came of reading the body of a request within bounds of size, time and memory.
enum RequestOctets: Equatable, Sendable {
    case whole([UInt8])
    /// More than the limit; `isWhole` where it came to its end all the same, so that the connection can go on.
    case oversized(isWhole: Bool)
    /// There is no memory for it, beside what others send.
    case crowded(isWhole: Bool)
    /// Not whole in time.
    case slow
    /// The connection ended, or what came is not what was announced.
    case cut

    /// Reads a body to its end, and gives what came of it to `use`, until whose end it is charged to the budget. What is over
    /// a limit is read and thrown away, so that the sender hears why.
    static func collect<Result: Sendable>(
        _ request: Request,
        upTo limit: Int,
        within patience: BodyPatience,
        from budget: BodyBudget,
        use: (RequestOctets) async -> Result
    ) async -> Result {
        guard budget.begin() else { return await use(.crowded(isWhole: false)) }
        let body = await read(request, upTo: limit, within: patience, from: budget)
        defer { budget.end(charged: body.charged) }
        return await use(body.result)
    }

    private struct Body: Sendable {
        var result: RequestOctets
        var charged: Int
    }

    private static func read(
        _ request: Request,
        upTo limit: Int,
        within patience: BodyPatience,
        from budget: BodyBudget
    ) async -> Body {
        let progress = BodyProgress()
        return await withTaskGroup(of: Body?.self) { group in
            group.addTask {
                await Self.read(request, into: CollectedOctets(limit: limit, budget: budget), progress)
            }
            group.addTask {
                await progress.standstill(patience.limit)
                return nil
            }
            // Where the time is over first, the reader says what it has by then.
            while let body = await group.next() {
                group.cancelAll()
                if let body { return body }
            }
            return Body(result: .slow, charged: 0)
        }
    }

    private static func read(
        _ request: Request,
        into empty: CollectedOctets,
        _ progress: BodyProgress
    ) async -> Body {
        let announced = request.announcedOctets
        var octets = empty
        var isBroken = false
        do {
            for try await part in request.body {
                octets.append(part)
                progress.note(octets.kept)
            }
        } catch {
            isBroken = true
        }
        // A sequence that is cancelled may throw, and may end like one that is complete.
        let isWhole = !isBroken && !Task.isCancelled
        let result = octets.refusal(isWhole: isWhole) ?? (Task.isCancelled ? .slow : isBroken ? .cut : nil)
        if let result { return Body(result: result, charged: octets.charged) }
        let isAsAnnounced = (announced ?? octets.size) == octets.size
        return Body(result: isAsAnnounced ? .whole(octets.octets) : .cut, charged: octets.charged)
    }
}

/// A body as far as it has come.
private struct CollectedOctets {
    let limit: Int
    let budget: BodyBudget
    private(set) var octets: [UInt8] = []
    /// Of all that came, kept or not.
    private(set) var size = 0
    /// Of what was kept, until a limit was met: what is thrown away buys no time, as some never come to an end.
    private(set) var kept = 0
    /// What the octets take, which is more than their number.
    private(set) var charged = 0
    private var isCrowded = false

    init(limit: Int, budget: BodyBudget) {
        self.limit = limit
        self.budget = budget
    }

    mutating func append(_ part: ByteBuffer) {
        size += part.readableBytes
        guard size <= limit, !isCrowded else { return drop() }
        octets.append(contentsOf: part.readableBytesView)
        kept = size
        guard octets.capacity > charged else { return }
        guard budget.grow(from: charged, to: octets.capacity) else {
            isCrowded = true
            return drop()
        }
        charged = octets.capacity
    }

    /// What stood in the way, where something did.
    func refusal(isWhole: Bool) -> RequestOctets? {
        if size > limit { return .oversized(isWhole: isWhole) }
        return isCrowded ? .crowded(isWhole: isWhole) : nil
    }

    private mutating func drop() {
        octets = []
        budget.release(charged)
        charged = 0
    }
}
