import Model
import Testing

@testable import Web

@Suite("Passwords")
struct PasswordHashTests {
    private let quick = PasswordHash.Cost(logarithm: 4, blockSize: 8, parallelism: 1)
    private let salt = Array("0123456789abcdef".utf8)

    @Test("the right password matches, any other does not")
    func matching() throws {
        let hash = try PasswordHash(of: "s3cret ü", salt: salt, cost: quick)
        #expect(hash.matches("s3cret ü"))
        #expect(hash.matches("s3cret u\u{308}"))
        #expect(!hash.matches("s3cret u"))
        #expect(!hash.matches(""))
    }

    @Test("the text form gives the hash back")
    func text() throws {
        let hash = try PasswordHash(of: "s3cret", salt: salt, cost: quick)
        #expect(hash.text.hasPrefix("$scrypt$ln=4,r=8,p=1$"))
        #expect(PasswordHash(text: hash.text) == hash)
    }

    @Test(
        "what is no hash, or asks for too much work, is not taken",
        arguments: [
            "", "secret", "$scrypt$ln=14,r=8,p=5$AAAA", "$bcrypt$ln=4,r=8,p=1$AAAA$AAAA",
            "$scrypt$ln=30,r=8,p=1$AAAA$AAAA",
            "$scrypt$ln=4,r=8,p=1$AAAA$AAAA", "$scrypt$ln=4,r=8$AAAA$AAAA", "$scrypt$ln,r,p$AAAA$AAAA",
        ]
    )
    func damaged(_ text: String) {
        #expect(PasswordHash(text: text) == nil)
    }

    @Test("an empty password has no hash")
    func empty() {
        #expect(throws: PasswordError.empty) { try PasswordHash(of: "", salt: salt) }
    }

    @Test("scrypt gives the value of RFC 7914 §12")
    func vector() throws {
        let cost = PasswordHash.Cost(logarithm: 14, blockSize: 8, parallelism: 1)
        let hash = try PasswordHash(of: "pleaseletmein", salt: Array("SodiumChloride".utf8), cost: cost)
        #expect(hash.key.hexadecimal == "7023bdcb3afd7348461c06cd81fd38ebfda8fbba904f8e3ea9b543f6545da1f2")
    }
}
