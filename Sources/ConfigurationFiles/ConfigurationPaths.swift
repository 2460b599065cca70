/// Where the files lie that a root may have more than one of, relative to the root.
package struct ConfigurationPaths: Hashable, Sendable {
    package var settings: String
    package var limits: String
    package var goodwill: String

    package init(
        settings: String = "config/wavelength.yaml",
        limits: String = "config/limits.yaml",
        goodwill: String = "config/goodwill.yaml"
    ) {
        self.settings = settings
        self.limits = limits
        self.goodwill = goodwill
    }

    package static let usual = Self()
    /// Of `wavelength demo`.
    package static let demo = Self(
        settings: "config/demo.yaml",
        limits: "config/demo-limits.yaml",
        goodwill: "config/demo-goodwill.yaml"
    )
}
