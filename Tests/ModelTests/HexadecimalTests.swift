import Model
import Testing

@Suite("Hexadecimal")
struct HexadecimalTests {
    @Test("octets are two digits each, in lower case")
    func hexadecimal() {
        #expect([UInt8]([0, 1, 15, 16, 171, 255]).hexadecimal == "00010f10abff")
        #expect([UInt8]().hexadecimal.isEmpty)
    }
}
