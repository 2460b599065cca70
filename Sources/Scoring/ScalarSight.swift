/// What stands at a place of a text in UTF-8.
struct ScalarSight {
    let scalar: UInt32
    // One octet each, so that the whole is handed on in a register.
    private let size: UInt8
    let kind: ScalarClass

    static let joiner: UInt32 = 0x200D

    /// In bytes.
    var length: Int { Int(size) }

    private init(_ scalar: UInt32, size: UInt8, kind: ScalarClass) {
        self.scalar = scalar
        self.size = size
        self.kind = kind
    }

    /// - Parameters:
    ///   - source: well-formed UTF-8.
    ///   - byte: where a scalar begins.
    @inline(__always)
    init(_ source: UnsafeBufferPointer<UInt8>, at byte: Int) {
        let lead = source[byte]
        if lead < 0x80 {
            self.init(UInt32(lead), size: 1, kind: ScalarClass(ascii: lead))
        } else {
            self = Self.wide(source, at: byte)
        }
    }

    private static func wide(_ source: UnsafeBufferPointer<UInt8>, at byte: Int) -> Self {
        let lead = UInt32(source[byte])
        let tail = { UInt32(source[byte + $0] & 0x3F) }
        let (scalar, size): (UInt32, UInt8) =
            switch lead {
            case ..<0xE0: ((lead & 0x1F) << 6 | tail(1), 2)
            case ..<0xF0: ((lead & 0x0F) << 12 | tail(1) << 6 | tail(2), 3)
            default: ((lead & 0x07) << 18 | tail(1) << 12 | tail(2) << 6 | tail(3), 4)
            }
        return Self(scalar, size: size, kind: ScalarClass(wide: scalar))
    }

    var isLetterOrDigit: Bool {
        switch kind {
        case .letter, .digit, .ideograph: true
        default: false
        }
    }

    var isQuestion: Bool {
        switch scalar {
        case 0x3F, 0x61F, 0x37E, 0xFF1F, 0x2047, 0x2048: true
        default: false
        }
    }

    /// Joiners, variation selectors, skin tones and keycaps.
    var goesOnEmoji: Bool {
        switch scalar {
        case Self.joiner, 0xFE0E, 0xFE0F, 0x1F3FB...0x1F3FF, 0x20E3: true
        default: false
        }
    }
}
