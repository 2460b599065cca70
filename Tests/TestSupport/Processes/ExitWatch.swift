import Glibc
import Synchronization

/// Tidies up after this process, however it ends: a shell reads a socket, and when that closes it ends the
/// process groups and removes the directories it was told of.
///
/// PR_SET_PDEATHSIG would not do: it fires when the *thread* that started the child ends, and pools end threads.
final class ExitWatch: Sendable {
    static let shared = ExitWatch()

    private let shell: Mutex<Int32>

    init() {
        shell = Mutex(Self.startShell())
    }

    /// What the end of this process does for the shared one.
    deinit {
        shell.withLock { _ = close($0) }
    }

    /// Ends the group with SIGKILL when this process ends.
    func watch(group: pid_t) {
        say("group \(group)")
    }

    /// To be called before the group's leader is reaped, since its number is free for others afterwards.
    func forget(group: pid_t) {
        say("gone \(group)")
    }

    /// Removes the directory, whose path must have no line break, when this process ends.
    func remove(directory: String) {
        say("directory \(directory)")
    }

    private func say(_ line: String) {
        let bytes = Array((line + "\n").utf8)
        shell.withLock { shell in
            let written = send(shell, bytes, bytes.count, Int32(MSG_NOSIGNAL))
            precondition(written == bytes.count, "the exit watch does not listen")
        }
    }

    private static func startShell() -> Int32 {
        var ends: [Int32] = [-1, -1]
        let null = open("/dev/null", O_WRONLY | O_CLOEXEC)
        let kind = Int32(SOCK_STREAM.rawValue) | Int32(SOCK_CLOEXEC.rawValue)
        guard socketpair(AF_UNIX, kind, 0, &ends) == 0, null >= 0 else { fatalError(systemMessage(errno)) }
        defer {
            close(ends[0])
            close(null)
        }
        do {
            _ = try spawn(["/bin/sh", "-c", script, "exit-watch"], input: ends[0], output: null, errors: null)
        } catch {
            fatalError("\(error)")
        }
        return ends[1]
    }

    private static let script = """
        while read -r verb value; do
            case $verb in
            group) groups="$groups $value" ;;
            gone)
                kept=
                for group in $groups; do [ "$group" = "$value" ] || kept="$kept $group"; done
                groups=$kept ;;
            directory) set -- "$@" "$value" ;;
            esac
        done
        for group in $groups; do kill -s KILL -- "-$group"; done
        [ $# -eq 0 ] || rm -rf -- "$@" || { sleep 1; rm -rf -- "$@"; }
        """
}
