import Glibc
import Synchronization

/// A server process in a process group of its own, that ends with its owner.
///
/// It is stopped by `stop`, by `kill`, when the value goes, and when this process ends in whatever way
/// (`ExitWatch`). Its output goes to a file, so that no full pipe can hold it up.
package final class Daemon: Sendable {
    /// The process, which also leads the group.
    package let pid: Int32
    private let reaped = Mutex(false)
    private let exit = Mutex<Int32?>(nil)

    /// Starts `command`, an absolute path and its arguments; what it prints is appended to the file `output`.
    package init(_ command: [String], output: String) throws(TestSupportError) {
        let null = open("/dev/null", O_RDONLY | O_CLOEXEC)
        let log = open(output, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0o644)
        defer {
            close(null)
            close(log)
        }
        guard null >= 0, log >= 0 else { throw .system("opening \(output)", errno) }
        pid = try spawn(command, input: null, output: log, errors: log)
        ExitWatch.shared.watch(group: pid)
    }

    deinit {
        kill()
    }

    /// Whether the process has not yet ended.
    package var isRunning: Bool {
        reaped.withLock { !$0 && !hasEnded }
    }

    /// What the process ended with by itself; nil while it runs, and where a signal ended it.
    package var exitCode: Int32? {
        exit.withLock { $0 }
    }

    /// Asks the process to end, waits until it has, and ends it and its children by force after `patience`.
    package func stop(patience: Duration = .seconds(5)) {
        reaped.withLock { reaped in
            guard !reaped else { return }
            Glibc.kill(pid, SIGTERM)
            let deadline = ContinuousClock.now + patience
            while !hasEnded, ContinuousClock.now < deadline { usleep(2_000) }
            endGroup()
            reaped = true
        }
    }

    /// Ends the process and its children at once, as a power cut would.
    package func kill() {
        reaped.withLock { reaped in
            guard !reaped else { return }
            endGroup()
            reaped = true
        }
    }

    /// Looks without reaping: while the process is a zombie its group's number cannot be given to another.
    private var hasEnded: Bool {
        var information = siginfo_t()
        let result = waitid(P_PID, id_t(pid), &information, WEXITED | WNOHANG | WNOWAIT)
        return result != 0 || information._sifields._sigchld.si_pid == pid
    }

    private func endGroup() {
        Glibc.kill(-pid, SIGKILL)
        ExitWatch.shared.forget(group: pid)
        var status: Int32 = 0
        while waitpid(pid, &status, 0) == -1, errno == EINTR {}
        // WIFEXITED and WEXITSTATUS, which are macros (wait(2)).
        let code = status & 0x7F == 0 ? (status >> 8) & 0xFF : nil
        exit.withLock { $0 = code }
    }
}
