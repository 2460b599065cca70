import Glibc

/// How many files and connections the program may have open at once (RLIMIT_NOFILE of getrlimit(2)).
enum DescriptorLimit {
    /// More than the program ever uses.
    private static let enough: rlim_t = 65_536
    /// For the store, mailboxes, look-ups and files, and for what is taken in beyond the count before it is noticed.
    private static let reserve = 256
    private static let mostConnections = 8_192

    /// Raises the limit as far as a user may, which systems leave at 1,024 for the sake of select(2); returns what holds.
    static func raise() -> Int {
        let resource = __rlimit_resource_t(RLIMIT_NOFILE.rawValue)
        var limit = rlimit()
        guard getrlimit(resource, &limit) == 0 else { return 1_024 }
        let wanted = min(limit.rlim_max, enough)
        if limit.rlim_cur < wanted {
            var raised = limit
            raised.rlim_cur = wanted
            if setrlimit(resource, &raised) == 0 { limit = raised }
        }
        return Int(clamping: limit.rlim_cur)
    }

    /// Connections that the web server may hold of so many descriptors, so that strangers who open them leave the rest of the program its own.
    static func connections(of limit: Int) -> Int {
        min(mostConnections, max(limit - reserve, limit / 2))
    }
}
