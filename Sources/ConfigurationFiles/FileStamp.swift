/// What shows that a file was changed without reading it.
package struct FileStamp: Hashable, Sendable {
    package var path: String
    package var size: Int64
    /// Nanoseconds since 1970.
    package var modified: Int64
    /// Editors that replace a file give it a new number even within one tick of the clock.
    package var number: UInt64
}
