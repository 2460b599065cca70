/// A small generator with a seed (SplitMix64), so that a failing case can be run again.
struct SplitMix: RandomNumberGenerator {
    private var state: UInt64

    init(seed: UInt64) {
        state = seed
    }

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var value = state
        value = (value ^ (value >> 30)) &* 0xBF58_476D_1CE4_E5B9
        value = (value ^ (value >> 27)) &* 0x94D0_49BB_1331_11EB
        return value ^ (value >> 31)
    }
}

/// What transport and careless programs do to a message.
enum Damage {
    static func apply(to octets: inout [UInt8], _ generator: inout SplitMix) {
        guard !octets.isEmpty else { return }
        let at = Int.random(in: 0..<octets.count, using: &generator)
        let end = min(octets.count, at + Int.random(in: 1..<60, using: &generator))
        switch Int.random(in: 0..<6, using: &generator) {
        case 0: octets[at] = UInt8.random(in: 0...255, using: &generator)
        case 1: octets.removeSubrange(at..<end)
        case 2: octets.insert(contentsOf: octets[at..<end], at: Int.random(in: 0...octets.count, using: &generator))
        case 3: octets.removeSubrange(at...)
        case 4: octets.insert([0, 0x0A, 0x0D, 0x22, 0x3D, 0x3B, 0x3C].randomElement(using: &generator) ?? 0, at: at)
        default: octets.swapAt(at, Int.random(in: 0..<octets.count, using: &generator))
        }
    }
}

enum GoodMail {
    static let text = """
        From: =?utf-8?q?J=C3=A4ne?= "Doe" <jane@example.org>
        To: Team: a@x.org, "B, C" <b@x.org> (comment);
        Subject: =?utf-8?b?5pel?= =?utf-8?b?5pys?= news
        Date: Fri, 21 Nov 1997 09:55:06 -0600
        Message-ID: <one@example.org>
        References: <a@b> <c@d>
        Content-Type: multipart/mixed; boundary="outer"

        --outer
        Content-Type: multipart/alternative; boundary=inner

        --inner
        Content-Type: text/plain; charset=utf-8; format=flowed
        Content-Transfer-Encoding: quoted-printable

        Gr=C3=BC=C3=9Fe =
        from here
        > quoted 
        > text
        --inner
        Content-Type: text/html; charset=iso-8859-1

        <html><body><p class="x">Gr&uuml;&szlig;e <a href="http://x.org">here</a><ul><li>one</ul></body></html>
        --inner--
        --outer
        Content-Type: message/rfc822

        Subject: inner
        Content-Type: text/plain

        text
        --outer
        Content-Type: image/png; name*0*=utf-8''%41; name*1="b.png"
        Content-Transfer-Encoding: base64

        aGVsbG8=
        --outer--
        """
}
