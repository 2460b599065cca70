// swift-tools-version:6.2
import PackageDescription

// Strictly downward: a target may import only what stands in its own list of dependencies,
// and `make check` builds with explicit target-dependency imports so that nothing else slips in.

let strict: [SwiftSetting] = [
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("InternalImportsByDefault"),
    .enableUpcomingFeature("MemberImportVisibility"),
    .treatAllWarnings(as: .error),
]

func module(_ name: String, _ dependencies: [Target.Dependency], resources: [Resource]? = nil) -> Target {
    .target(name: name, dependencies: dependencies, resources: resources, swiftSettings: strict)
}

/// What tests and benchmarks stand on: not part of the program.
func support(_ name: String, _ dependencies: [Target.Dependency]) -> Target {
    .target(name: name, dependencies: dependencies, path: "Tests/\(name)", swiftSettings: strict)
}

/// - Parameter data: files and folders that tests read where they stand.
func tests(_ name: String, _ dependencies: [Target.Dependency], data: [String] = []) -> Target {
    .testTarget(
        name: "\(name)Tests",
        dependencies: [.byName(name: name)] + dependencies,
        exclude: data,
        swiftSettings: strict
    )
}

let crypto = Target.Dependency.product(name: "Crypto", package: "swift-crypto")
let cryptoExtras = Target.Dependency.product(name: "CryptoExtras", package: "swift-crypto")
let grdb = Target.Dependency.product(name: "GRDB", package: "GRDB.swift")
let hummingbird = Target.Dependency.product(name: "Hummingbird", package: "hummingbird")
let hummingbirdCore = Target.Dependency.product(name: "HummingbirdCore", package: "hummingbird")
let hummingbirdTesting = Target.Dependency.product(name: "HummingbirdTesting", package: "hummingbird")
let httpTypes = Target.Dependency.product(name: "HTTPTypes", package: "swift-http-types")
let logging = Target.Dependency.product(name: "Logging", package: "swift-log")
let metrics = Target.Dependency.product(name: "Metrics", package: "swift-metrics")
let metricsBackend = Target.Dependency.product(name: "CoreMetrics", package: "swift-metrics")
let mustache = Target.Dependency.product(name: "Mustache", package: "swift-mustache")
let services = Target.Dependency.product(name: "ServiceLifecycle", package: "swift-service-lifecycle")
let arguments = Target.Dependency.product(name: "ArgumentParser", package: "swift-argument-parser")
let unixSignals = Target.Dependency.product(name: "UnixSignals", package: "swift-service-lifecycle")
let yams = Target.Dependency.product(name: "Yams", package: "Yams")

let package = Package(
    name: "wavelength",
    products: [
        .executable(name: "wavelength", targets: ["wavelength"])
    ],
    dependencies: [
        .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
        .package(url: "https://github.com/apple/swift-crypto", from: "4.5.2"),
        .package(url: "https://github.com/apple/swift-http-types", from: "1.4.0"),
        .package(url: "https://github.com/apple/swift-log", from: "1.16.2"),
        .package(url: "https://github.com/apple/swift-metrics", from: "2.13.0"),
        .package(url: "https://github.com/groue/GRDB.swift", exact: "7.10.0"),
        .package(url: "https://github.com/hummingbird-project/hummingbird", from: "2.28.1"),
        .package(url: "https://github.com/hummingbird-project/swift-mustache", from: "2.1.1"),
        .package(url: "https://github.com/jpsim/Yams", from: "6.2.2"),
        .package(url: "https://github.com/swift-server/swift-service-lifecycle", from: "2.13.0"),
    ],
    targets: [
        // 0: C libraries, a modulemap and a shim header each, and values without I/O
        .systemLibrary(name: "CCLD2"),
        .systemLibrary(name: "CCMark", pkgConfig: "libcmark-gfm"),
        .systemLibrary(name: "CCurl", pkgConfig: "libcurl", providers: [.apt(["libcurl4-openssl-dev"])]),
        .systemLibrary(name: "CGMime", pkgConfig: "gmime-3.0", providers: [.apt(["libgmime-3.0-dev"])]),
        .systemLibrary(name: "CStemmer"),
        module("Model", []),
        tests("Model", ["TestSupport"]),
        module("MIME", ["CGMime", "Model"]),
        tests("MIME", ["Model"]),
        // 1
        module("Curl", ["CCurl", "Model"]),
        tests("Curl", ["Model", "TestSupport"]),
        module("IMAP", ["Model"]),
        tests("IMAP", ["Model", "TestSupport"]),
        module("Scoring", ["CStemmer", "Model"]),
        tests("Scoring", ["Model"]),
        module("Storage", ["Model"]),
        // What every engine behind Storage has to pass, shared by the engines' tests.
        support("StoreContract", ["Model", "Storage"]),
        module("Chat", ["MIME", "Model", crypto]),
        tests("Chat", ["MIME", "Model", crypto]),
        // 2
        module("Reading", ["CCLD2", "MIME", "Model", "Scoring"]),
        tests(
            "Reading",
            ["ConfigurationFiles", "MIME", "Model", "Scoring"],
            data: ["README.md", "en.txt", "de.txt", "fr.txt", "es.txt"].map { "HeldOut/\($0)" }
                + ["en", "de", "fr", "es"].map { "Situations/\($0).table" }
                + ["en", "de", "fr", "es", "several", "unrelated"].map { "Intents/\($0).tsv" }
        ),
        module("Replies", ["CCMark", "Model", "Scoring"]),
        tests("Replies", ["Model", "Scoring", "TestSupport"]),
        module("StorageSQLite", ["Model", "Storage", crypto, grdb]),
        tests("StorageSQLite", ["Model", "Storage", "StoreContract", crypto, grdb]),
        module("Channels", ["Chat", "Curl", "IMAP", "Model", "Storage", logging]),
        tests("Channels", ["Chat", "Curl", "IMAP", "Model", "Storage", "StorageSQLite", "TestSupport", logging]),
        // 3
        module("ConfigurationFiles", ["Model", "Reading", "Replies", "Scoring", yams]),
        tests(
            "ConfigurationFiles",
            ["Model", "Reading", "Replies", "Scoring"],
            data: ["en", "de", "fr", "es"].flatMap { language in
                ["table", "more.table", "third.table", "fourth.table", "fifth.table", "heldout.table"].map {
                    "Charter/\(language).\($0)"
                }
            }
        ),
        module(
            "Pipeline",
            [
                "Channels", "Chat", "MIME", "Model", "Reading", "Replies", "Storage", crypto, logging, metrics,
                services,
            ]
        ),
        tests(
            "Pipeline",
            [
                "Channels", "Chat", "ConfigurationFiles", "MIME", "Model", "Reading", "Replies", "Scoring", "Storage",
                "StorageSQLite", "TestSupport", logging, services,
            ],
            data: ["README.md", "en.txt", "de.txt", "fr.txt", "es.txt"].map { "Letters/\($0)" }
        ),
        // 4
        module(
            "Web",
            [
                "Chat", "Model", "Pipeline", "Storage", crypto, cryptoExtras, httpTypes, hummingbird, hummingbirdCore,
                logging, metricsBackend, mustache, services,
            ],
            resources: [.embedInCode("Pages"), .embedInCode("Assets")]
        ),
        tests(
            "Web",
            [
                "Channels", "Chat", "Model", "Pipeline", "Storage", "StorageSQLite", "TestSupport", crypto, httpTypes,
                hummingbird, hummingbirdTesting, logging, metricsBackend,
            ]
        ),
        // 5
        .executableTarget(
            name: "wavelength",
            dependencies: [
                "Channels", "Chat", "ConfigurationFiles", "Curl", "MIME", "Model", "Pipeline", "Reading", "Replies",
                "Scoring", "Storage", "StorageSQLite", "Web", arguments, crypto, logging, metrics, services,
                unixSignals,
            ],
            swiftSettings: strict
        ),
        // Real servers, faults and customers' mail, for tests and benchmarks
        support("TestSupport", []),
        tests("TestSupport", []),
        .executableTarget(
            name: "bench",
            dependencies: [
                "Chat", "ConfigurationFiles", "Curl", "IMAP", "MIME", "Model", "Pipeline", "Reading", "Replies",
                "Scoring", "StorageSQLite", "TestSupport",
            ],
            path: "Benchmarks",
            exclude: ["BareRoute"],
            swiftSettings: strict
        ),
        // What the web server itself allows, for the benchmarks to be held against
        .executableTarget(
            name: "bareroute",
            dependencies: [httpTypes, hummingbird, logging],
            path: "Benchmarks/BareRoute",
            swiftSettings: strict
        ),
        tests("wavelength", ["Chat", "MIME", "Model", "TestSupport"]),
    ],
    swiftLanguageModes: [.v6]
)
