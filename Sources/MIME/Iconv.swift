import CGMime
import Glibc
import Synchronization

/// Conversion by iconv, opened through GMime, which knows more spellings of charset names than iconv does.
enum Iconv {
    struct Converted {
        var text: String
        /// How many octets belonged to no character; each became U+FFFD.
        var malformed: Int
    }

    /// Nil where the charset is unknown.
    static func decode(_ octets: Octets, from name: String) -> Converted? {
        guard Charset.isKnownFamily(name) else { return nil }
        GMimeLibrary.initialise()
        guard let descriptor = g_mime_iconv_open("UTF-8", name), Int(bitPattern: descriptor) != -1 else { return nil }
        defer { g_mime_iconv_close(descriptor) }
        keepLoaded(name)
        var input = Array(octets)
        return convert(&input, with: descriptor)
    }

    /// The names of which one descriptor stays open for good. glibc loads a charset's module from the disk when it is
    /// opened and drops it when the last descriptor is closed, which takes a hundred times as long as a short
    /// conversion; that this is remembered changes no result.
    private static let loaded = Mutex<Set<String>>([])

    /// More than glibc has modules.
    private static let mostLoaded = 400

    private static func keepLoaded(_ name: String) {
        loaded.withLock { names in
            guard names.count < mostLoaded, names.insert(name).inserted else { return }
            _ = g_mime_iconv_open("UTF-8", name)
        }
    }

    private static func convert(_ input: inout [UInt8], with descriptor: iconv_t) -> Converted {
        var output: [UInt8] = []
        output.reserveCapacity(input.count * 2)
        var malformed = 0
        var chunk = [CChar](repeating: 0, count: min(8192, input.count * 4 + 16))
        input.withUnsafeMutableBytes { source in
            var next = source.baseAddress?.assumingMemoryBound(to: CChar.self)
            var left = source.count
            while left > 0 {
                let before = left
                let result = step(descriptor, &next, &left, &chunk, &output)
                if result == .full, left < before { continue }
                if result == .done { break }
                output += [0xEF, 0xBF, 0xBD]
                malformed += 1
                next = next?.advanced(by: 1)
                left -= 1
            }
            // Charsets with combining marks hold the last letter back until they are told that nothing follows.
            var end: UnsafeMutablePointer<CChar>?
            _ = step(descriptor, &end, &left, &chunk, &output)
        }
        return Converted(text: String(decoding: output, as: UTF8.self).removingByteOrderMark(), malformed: malformed)
    }

    private enum Step {
        case done
        case full
        case malformed
    }

    private static func step(
        _ descriptor: iconv_t,
        _ next: inout UnsafeMutablePointer<CChar>?,
        _ left: inout Int,
        _ chunk: inout [CChar],
        _ output: inout [UInt8]
    ) -> Step {
        chunk.withUnsafeMutableBufferPointer { room in
            var free = room.baseAddress
            var space = room.count
            let converted = iconv(descriptor, &next, &left, &free, &space)
            let reason = errno
            let written = room.count - space
            output.append(contentsOf: room[..<written].lazy.map { UInt8(bitPattern: $0) })
            if converted != -1 { return .done }
            return reason == E2BIG ? .full : .malformed
        }
    }
}
