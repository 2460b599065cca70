import Model

/// The desk cannot be served where the settings say: one sentence with what would mend it.
package struct DeskNotServed: Error, CustomStringConvertible {
    package let description: String

    init(_ desk: DeskSettings, _ error: any Error) {
        description = """
            The desk cannot be served at \(desk.host):\(desk.port): \(error). Another program may be using the port; choose \
            another one with `desk: {listen: …}` in the configuration.
            """
    }
}
