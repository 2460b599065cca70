import CGMime

/// GMime is started once per process; after that its parser, codecs and iconv tables may be used from any thread,
/// each object by one thread at a time.
enum GMimeLibrary {
    private static let started: Void = g_mime_init()

    static func initialise() {
        started
    }
}
