import Foundation

/// Keeps a second daemon off the same data folder: two of them would send the same mail.
///
/// The lock is advisory (flock(2)) and ends with the process, however it ends.
struct DataLock: ~Copyable {
    private let descriptor: Int32

    init(folder: DataFolder) throws {
        let file = "\(folder.path)/lock"
        descriptor = open(file, O_RDWR | O_CREAT | O_CLOEXEC, 0o600)
        guard descriptor >= 0 else {
            throw CommandFailure("\(file) cannot be opened: \(String(cString: strerror(errno)))")
        }
        guard flock(descriptor, LOCK_EX | LOCK_NB) == 0 else {
            close(descriptor)
            throw CommandFailure("Another wavelength is running on \(folder.path). Stop it, or give another --data.")
        }
    }

    deinit {
        close(descriptor)
    }
}
