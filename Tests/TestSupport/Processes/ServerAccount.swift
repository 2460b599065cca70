import Glibc

/// The unprivileged account that test servers run as: `nobody` when tests run as root, else the tests' own.
///
/// One way for both, since mail servers behave differently as root.
package struct ServerAccount: Sendable {
    package let user: String
    package let group: String
    private let userID: uid_t
    private let groupID: gid_t

    package init() throws(TestSupportError) {
        let isRoot = geteuid() == 0
        guard let entry = isRoot ? getpwnam("nobody") : getpwuid(geteuid()) else {
            throw TestSupportError("the user \(geteuid()) has no entry in the user database, which mail servers need")
        }
        guard let groupEntry = getgrgid(entry.pointee.pw_gid) else {
            throw TestSupportError("the group \(entry.pointee.pw_gid) has no entry in the group database")
        }
        user = String(cString: entry.pointee.pw_name)
        userID = entry.pointee.pw_uid
        group = String(cString: groupEntry.pointee.gr_name)
        groupID = entry.pointee.pw_gid
    }

    /// `command` as this account, never able to gain rights (Exim is installed set-user-ID root), and with as
    /// many open files as the system lets it have.
    func command(_ command: [String]) throws(TestSupportError) -> [String] {
        let raiseLimit = ["/bin/sh", "-c", "ulimit -n \"$(ulimit -Hn)\"; exec \"$@\"", "sh"]
        var switchUser = [try SystemProgram.setpriv.path(), "--no-new-privs"]
        if geteuid() == 0 {
            switchUser += ["--reuid=\(userID)", "--regid=\(groupID)", "--clear-groups"]
        }
        return raiseLimit + switchUser + ["--"] + command
    }

    /// Gives a file or directory to the account; nothing to do unless tests run as root.
    func own(_ path: String) throws(TestSupportError) {
        guard geteuid() == 0 else { return }
        guard chown(path, userID, groupID) == 0 else { throw .system("chown \(path)", errno) }
    }
}
