import Synchronization

/// What a look at a text uses and the next one can use again.
struct Workspace: Sendable {
    var words: WordCache
    var places = PlaceMemory()
}

/// Workspaces for as many looks as go on at once.
///
/// A pool rather than one cache under a lock: a message of megabytes would hold such a lock for a long time, while here
/// each look has a workspace to itself and the lock is held only to fetch it and to put it back.
final class WorkspacePool: Sendable {
    private static let mostIdle = 8

    private let idle = Mutex<[Workspace]>([])
    private let fresh: Workspace

    init(fresh: Workspace) {
        self.fresh = fresh
    }

    var base: WordCache { fresh.words }

    func use<Result>(_ work: (inout Workspace) -> Result) -> Result {
        var workspace = idle.withLock { $0.popLast() } ?? fresh
        defer { idle.withLock { [workspace] in if $0.count < Self.mostIdle { $0.append(workspace) } } }
        return work(&workspace)
    }
}
