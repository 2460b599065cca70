extension Character {
    /// Whether it ends a line of a file that people edit, as their editors count: LF, CR LF or CR. Form feeds and
    /// Unicode's separators, which `isNewline` takes as well, end none.
    package var endsLine: Bool {
        self == "\n" || self == "\r\n" || self == "\r"
    }
}
