import Channels
import Foundation
import TestSupport
import Testing

@Suite("Mail that lies in files")
struct MailFilesTests {
    private func write(_ bytes: [UInt8], _ name: String, in folder: TemporaryDirectory) throws {
        let file = URL(filePath: folder.path(name))
        try FileManager.default.createDirectory(at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
        try Data(bytes).write(to: file)
    }

    private func subjects(_ paths: String...) async throws -> [String] {
        let files = MailFiles(paths: paths)
        var subjects: [String] = []
        for file in try files.files() {
            try await files.messages(in: file) { subjects.append(subject(of: $0.bytes)) }
        }
        return subjects
    }

    @Test("a Maildir with folders below it gives its mail and nothing else, wherever it lies")
    func maildir() async throws {
        let folder = try TemporaryDirectory()
        for (name, subject) in [
            ("new/1.a", "a"), ("cur/2.b:2,S", "b"), ("tmp/3.half", "half"), (".Sent/cur/4.c:2,S", "c"),
            (".Sent/tmp/5.half", "half"), ("cur/.hidden", "hidden"), ("cur/dovecot.d", "d"), ("new/courier.e", "e"),
        ] {
            try write(mail(subject), "tmp/Maildir/\(name)", in: folder)
        }
        for name in [
            "dovecot.index.log", "dovecot-uidlist", "subscriptions", "maildirfolder", "courierimapuiddb", "maildirsize",
        ] {
            try write(Array("1 V1\n".utf8), "tmp/Maildir/\(name)", in: folder)
        }
        #expect(try await subjects(folder.path("tmp/Maildir")).sorted() == ["a", "b", "c", "d", "e"])
    }

    @Test("a folder of single messages and mbox files gives them all, in a stable order")
    func folder() async throws {
        let folder = try TemporaryDirectory()
        let separator = Array("From ann@home.test Mon Mar  2 10:00:00 2026\r\n".utf8)
        try write(mail("1"), "a/1.eml", in: folder)
        try write(separator + mail("2") + [13, 10] + separator + mail("3"), "b.mbox", in: folder)
        try write(mail("4"), "c.eml", in: folder)
        #expect(try await subjects(folder.path) == ["1", "2", "3", "4"])
        #expect(try await subjects(folder.path("c.eml"), folder.path("b.mbox")) == ["4", "2", "3"])
    }

    @Test("a path that is not there is named")
    func missing() throws {
        #expect(throws: ChannelError.missing(path: "/nonexistent/mail")) {
            try MailFiles(paths: ["/nonexistent/mail"]).files()
        }
    }

    @Test("a file that went away meanwhile is named")
    func vanished() async {
        await #expect(throws: ChannelError.unreadable(path: "/nonexistent/mail")) {
            try await MailFiles(paths: []).messages(in: "/nonexistent/mail") { _ in }
        }
    }
}
