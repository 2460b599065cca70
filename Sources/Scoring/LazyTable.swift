import Synchronization

/// The table of one language, compiled when the first text in it comes: most installations get mail in few of the
/// languages that lists are shipped for. Threads that ask meanwhile wait for it, and those of other languages do not.
final class LazyTable: Sendable {
    private enum State {
        /// What it will be made of is let go of once it is made.
        case toCompile(@Sendable () -> LanguageTable)
        case compiled(LanguageTable)
    }

    private let state: Mutex<State>

    init(_ compile: @escaping @Sendable () -> LanguageTable) {
        state = Mutex(.toCompile(compile))
    }

    var value: LanguageTable {
        state.withLock { state in
            switch state {
            case .compiled(let table): return table
            case .toCompile(let compile):
                let table = compile()
                state = .compiled(table)
                return table
            }
        }
    }
}
