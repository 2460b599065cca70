import HTTPTypes
import Hummingbird

/// What came of reading the body of a request within bounds of size and time.
enum RequestOctets: Equatable, Sendable {
    case whole([UInt8])
    /// More than the limit; `isWhole` where it came to its end all the same, so that the connection can go on.
    case oversized(isWhole: Bool)
    /// Not whole in time.
    case slow
    /// The connection ended, or what came is not what was announced.
    case cut

    /// Reads a body to its end. What is over the limit is read and thrown away, so that the sender hears why.
    static func collect(_ request: Request, upTo limit: Int, within patience: BodyPatience) async -> RequestOctets {
        let progress = BodyProgress()
        return await withTaskGroup(of: RequestOctets?.self) { group in
            group.addTask { await Self.read(request, upTo: limit, progress) }
            group.addTask {
                // What is thrown away buys no time: some never come to an end.
                await progress.standstill { patience.limit(after: min($0, limit)) }
                return nil
            }
            // Where the time is over first, the reader says what it has by then.
            while let result = await group.next() {
                group.cancelAll()
                if let result { return result }
            }
            return .slow
        }
    }

    private static func read(_ request: Request, upTo limit: Int, _ progress: BodyProgress) async -> RequestOctets {
        let announced = request.announcedOctets
        var octets: [UInt8] = []
        var size = 0
        // What is announced may be a lie.
        octets.reserveCapacity(min(max(announced ?? 0, 0), limit, 65_536))
        var isBroken = false
        do {
            for try await part in request.body {
                size += part.readableBytes
                progress.note(size)
                if size <= limit { octets.append(contentsOf: part.readableBytesView) } else { octets = [] }
            }
        } catch {
            isBroken = true
        }
        // A sequence that is cancelled may throw, and may end like one that is complete.
        if isBroken || Task.isCancelled {
            if size > limit { return .oversized(isWhole: false) }
            return Task.isCancelled ? .slow : .cut
        }
        guard size <= limit else { return .oversized(isWhole: true) }
        return (announced ?? size) == size ? .whole(octets) : .cut
    }
}
