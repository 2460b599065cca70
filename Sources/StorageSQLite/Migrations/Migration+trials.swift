extension Migration {
    /// Finds what the program drafted from a template, so that a changed one can be tried on it.
    static let trials = Migration(
        name: "trials",
        sql: """
            CREATE INDEX draft_version_template ON draft_version (body ->> '$.template', draft, version)
            WHERE author = 'wavelength';
            """
    )
}
