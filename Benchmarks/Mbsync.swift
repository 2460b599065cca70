import Foundation
import TestSupport

/// `mbsync` (Debian package isync), which merely downloads a mailbox.
enum Mbsync {
    private static let program = "/usr/bin/mbsync"

    /// Downloads the mailbox over TLS into a new Maildir in `folder`; how long it took.
    static func download(
        _ count: Int,
        from user: MailUser,
        port: Int,
        authority: String,
        into folder: TemporaryDirectory
    ) async throws -> Duration {
        guard FileManager.default.isExecutableFile(atPath: program) else {
            throw BenchError("mbsync is not installed: install the Debian package isync")
        }
        try FileManager.default.createDirectory(atPath: folder.path("mail"), withIntermediateDirectories: true)
        try folder.write(configuration(user, port, authority, folder), to: "mbsyncrc")
        let clock = ContinuousClock()
        let start = clock.now
        let process = try Daemon(
            [program, "-q", "-c", folder.path("mbsyncrc"), "shop"],
            output: folder.path("log")
        )
        try await eventually(within: .seconds(180), "mbsync done") { !process.isRunning }
        let duration = clock.now - start
        let names = (try? FileManager.default.contentsOfDirectory(atPath: folder.path("mail/new"))) ?? []
        guard names.count == count else {
            throw BenchError("mbsync brought \(names.count) of \(count) messages:\n\(folder.text(of: "log"))")
        }
        return duration
    }

    private static func configuration(
        _ user: MailUser,
        _ port: Int,
        _ authority: String,
        _ folder: TemporaryDirectory
    ) -> String {
        """
        IMAPAccount shop
        Host localhost
        Port \(port)
        User \(user.address)
        Pass \(user.password)
        SSLType IMAPS
        CertificateFile \(authority)

        IMAPStore far
        Account shop

        MaildirStore near
        Inbox \(folder.path("mail"))

        Channel shop
        Far :far:
        Near :near:
        Patterns INBOX
        Sync Pull
        Create Near
        CopyArrivalDate no
        SyncState *

        """
    }
}
