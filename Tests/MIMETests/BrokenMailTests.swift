import Dispatch
import Foundation
import MIME
import Model
import Synchronization
import Testing

@Suite("Broken mail")
struct BrokenMailTests {
    @Test(
        "text is found however the header is broken",
        arguments: [
            ("no header at all, just words", "no header at all, just words"),
            ("\n\nbody", "\nbody"),
            ("From jane Mon Jan  1 00:00:00 2024\nSubject: s\n\nbody", "body"),
            ("Subject: s\nthis is no field\nand neither is this", "this is no field\nand neither is this"),
            ("Content-Type: garbage\n\nbody", "body"),
            ("Content-Type: ;;;===\n\nbody", "body"),
            ("Content-Type: text/plain; charset=utf-8\nContent-Type: application/pdf\n\nbody", "body"),
            ("Content-Type: multipart/mixed\n\nbody", "body"),
            ("Content-Type: multipart/mixed; boundary=never\n\nbody", "body"),
            ("Content-Type: multipart/mixed\n\n--b\nContent-Type: text/plain\n\nbody\n--b--", "body"),
            ("Content-Type: multipart/mixed; boundary=b\n\n--b\n\nbody without an end", "body without an end"),
            ("Content-Type: multipart/mixed; boundary=b\n\n--b\n\none\n--bb\n\ntwo\n--b--", "one\n--bb\n\ntwo"),
            (
                "Content-Type: multipart/mixed; boundary=bb\n\n--bb\nContent-Type: multipart/mixed; boundary=b\n\n"
                    + "--b\n\none\n--b--\n--bb\n\ntwo\n--bb--", "one\ntwo"
            ),
            ("MIME-Version: 1.0\n\nintro\n--b\nContent-Type: text/plain\n\nbody\n--b--", "body"),
            (
                "Content-Type: multipart/mixed; boundary=b\n\n--b\nContent-Type: multipart/mixed; boundary=c\n\nkept\n--b--",
                "kept"
            ),
            ("Content-Transfer-Encoding: base64\n\naGVsbG8=\nd29ybGQ=\n", "helloworld"),
            ("Content-Transfer-Encoding: base64\n\naGVsbG8= ignored\n", "hello"),
            ("Content-Transfer-Encoding: quoted-printable\n\na=3Db=ZZ=\nc=", "a=b=ZZc"),
            ("Content-Transfer-Encoding: x-uuencode\n\nbegin 644 a\n#8V%T\n`\nend\n", "cat"),
            ("Content-Transfer-Encoding: 8bit\n\nnul\0and\u{1}bell\u{7}\r\nnext\rlast", "nulandbell\nnext\nlast"),
            ("", ""), ("\n", ""), ("\r\n\r\n", "\n"), (":", ":"), ("\0", ""), ("Subject", "Subject"), ("Subject:", ""),
        ]
    )
    func text(mail: String, expected: String) {
        #expect(Mail.read(mail).content.text == expected)
    }

    @Test("depth, length and number are bounded", arguments: Absurd.allCases)
    func absurd(kind: Absurd) {
        let faults = onSmallStack { Soundness.faults(of: Mail.read(kind.octets)) }
        #expect(faults == [])
    }

    @Test("random octets give a message", arguments: 0..<300)
    func random(seed: UInt64) {
        var generator = SplitMix(seed: seed)
        let octets = (0..<Int.random(in: 0..<2000, using: &generator)).map { _ in
            UInt8.random(in: 0...255, using: &generator)
        }
        #expect(Soundness.faults(of: Mail.read(octets)) == [])
    }

    @Test("any damage to a good message gives a message", arguments: 0..<300)
    func mutated(seed: UInt64) {
        var generator = SplitMix(seed: seed)
        var octets = Array(GoodMail.text.utf8)
        for _ in 0..<Int.random(in: 1..<12, using: &generator) { Damage.apply(to: &octets, &generator) }
        #expect(Soundness.faults(of: Mail.read(octets)) == [])
    }

    /// On a stack as small as those of the threads that Swift runs tasks on.
    private func onSmallStack(_ work: @escaping @Sendable () -> [String]) -> [String] {
        let result = Outcome()
        let thread = Thread { result.set(work()) }
        thread.stackSize = 512 * 1024
        thread.start()
        return result.wait()
    }
}

/// Hands a value from one thread to another.
private final class Outcome: Sendable {
    private let state = Mutex<[String]?>(nil)
    private let done = DispatchSemaphore(value: 0)

    func set(_ value: [String]) {
        state.withLock { $0 = value }
        done.signal()
    }

    func wait() -> [String] {
        done.wait()
        return state.withLock { $0 ?? ["no result"] }
    }
}
