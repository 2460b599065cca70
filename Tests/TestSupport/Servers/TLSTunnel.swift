import Glibc

/// A TLS connection through `openssl s_client`, which verifies the server against the test authority.
///
/// Tests need TLS that is not the code under test.
package final class TLSTunnel {
    /// What is written here goes encrypted, what is read came so.
    package let socket: TextSocket
    private let pid: pid_t

    /// Connects to a port of 127.0.0.1 that speaks TLS from the first byte.
    package init(port: Int, certificates: TestCertificates) throws(TestSupportError) {
        var ends: [Int32] = [-1, -1]
        let kind = Int32(SOCK_STREAM.rawValue) | Int32(SOCK_CLOEXEC.rawValue)
        guard socketpair(AF_UNIX, kind, 0, &ends) == 0 else { throw .system("socketpair", errno) }
        socket = TextSocket(descriptor: ends[0])
        let null = open("/dev/null", O_WRONLY | O_CLOEXEC)
        defer {
            close(ends[1])
            close(null)
        }
        let command = [
            try SystemProgram.openssl.path(), "s_client", "-quiet", "-verify_return_error", "-verify_hostname",
            "localhost",
            "-CAfile", certificates.authority, "-connect", "127.0.0.1:\(port)",
        ]
        pid = try spawn(command, input: ends[1], output: ends[1], errors: null)
        ExitWatch.shared.watch(group: pid)
    }

    deinit {
        kill(pid, SIGKILL)
        ExitWatch.shared.forget(group: pid)
        var status: Int32 = 0
        while waitpid(pid, &status, 0) == -1, errno == EINTR {}
    }
}
