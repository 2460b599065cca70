import Channels
import Model
import TestSupport
import Testing

@Suite("Where secrets come from")
struct SecretReaderTests {
    @Test(
        "the first line of a file is the secret, without its line end",
        arguments: [
            ("open sesame", "open sesame"), ("open sesame\n", "open sesame"), ("open sesame\r\n", "open sesame"),
            ("open sesame\nsecond line\n", "open sesame"), (" spaces count \n", " spaces count "), ("grün", "grün"),
        ]
    )
    func files(text: String, secret: String) throws {
        let folder = try TemporaryDirectory()
        try folder.write(text, to: "password")
        let reader = SecretReader(environment: ["CREDENTIALS_DIRECTORY": folder.path])
        #expect(try reader.read(.file(folder.path("password"))) == secret)
        #expect(try reader.read(.systemdCredential("password")) == secret)
    }

    @Test("an environment variable is the secret")
    func environment() throws {
        #expect(
            try SecretReader(environment: ["PASSWORD": "open sesame"]).read(.environment("PASSWORD")) == "open sesame"
        )
    }

    @Test("a secret that changes is used at once")
    func changes() throws {
        let folder = try TemporaryDirectory()
        let reader = SecretReader(environment: [:])
        for secret in ["first", "second"] {
            try folder.write(secret, to: "password")
            #expect(try reader.read(.file(folder.path("password"))) == secret)
        }
    }

    @Test("a secret that is not there or empty is a sentence that says where it was looked for")
    func missing() throws {
        let folder = try TemporaryDirectory()
        for (name, text) in [("empty", ""), ("blank", "\n"), ("late", "\nsecret\n")] {
            try folder.write(text, to: name)
        }
        let cases: [(SecretReference, [String: String], String)] = [
            (.environment("PASSWORD"), [:], "environment variable PASSWORD is not set"),
            (.environment("PASSWORD"), ["PASSWORD": ""], "environment variable PASSWORD is not set"),
            (.file("/nonexistent"), [:], "file /nonexistent does not exist"),
            (.file(folder.path), [:], "file \(folder.path) cannot be read"),
            (.file(folder.path("empty")), [:], "file \(folder.path("empty")) is empty"),
            (.file(folder.path("blank")), [:], "first line"),
            (.file(folder.path("late")), [:], "first line"),
            (.systemdCredential("imap"), [:], "LoadCredential=imap:"),
            (
                .systemdCredential("imap"), ["CREDENTIALS_DIRECTORY": folder.path],
                "systemd credential imap does not exist"
            ),
        ]
        for (reference, environment, words) in cases {
            let error = #expect(throws: ChannelError.self) {
                try SecretReader(environment: environment).read(reference)
            }
            #expect(error?.sentence.contains(words) == true, "\(reference): \(error?.sentence ?? "")")
            #expect(error?.isTransient == false)
        }
    }
}
