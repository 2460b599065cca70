/// How much of a form is taken. The size of the whole is limited where it is received.
package struct FormLimits: Hashable, Sendable {
    /// More fields than this refuse the form.
    package var fields: Int
    /// Octets of the header of one part of a `multipart/form-data`.
    package var header: Int

    package init(fields: Int = 2_000, header: Int = 16 << 10) {
        self.fields = fields
        self.header = header
    }
}
