// swift-tools-version: 6.2
import PackageDescription

/// Every room: Swift 6, warnings are errors, imports say what they expose.
let house: [SwiftSetting] = [
  .treatAllWarnings(as: .error),
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"),
]

/// Rooms that never touch a pointer say so to the compiler.
let pure: [SwiftSetting] = house + [.strictMemorySafety()]

let arguments = Target.Dependency.product(
  name: "ArgumentParser", package: "swift-argument-parser")
let httpTypes = Target.Dependency.product(name: "HTTPTypes", package: "swift-http-types")

func room(
  _ name: String, _ dependencies: [Target.Dependency] = [], exclude: [String] = [],
  resources: [Resource]? = nil, settings: [SwiftSetting] = house
) -> Target {
  .target(
    name: name, dependencies: dependencies, exclude: exclude, resources: resources,
    swiftSettings: settings)
}

func tests(_ name: String, _ dependencies: [Target.Dependency], exclude: [String] = []) -> Target {
  .testTarget(
    name: name + "Tests", dependencies: dependencies, path: "Tests/\(name)", exclude: exclude,
    swiftSettings: house)
}

let package = Package(
  name: "loyalhub-tui",
  products: [
    .executable(name: "loyalhub", targets: ["loyalhub"]),
    .executable(name: "loyalhub-server", targets: ["loyalhub-server"]),
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", exact: "1.8.2"),
    .package(url: "https://github.com/apple/swift-http-types", exact: "1.8.0", traits: []),
    .package(
      url: "https://github.com/hummingbird-project/hummingbird", exact: "2.28.1", traits: []),
    .package(url: "https://github.com/apple/swift-log", exact: "1.16.2"),
    .package(url: "https://github.com/apple/swift-nio", exact: "2.101.2"),
    .package(url: "https://github.com/swift-server/swift-service-lifecycle", exact: "2.13.0"),
  ],
  targets: [
    // C, each behind a header of ours
    .target(
      name: "CTerminal",
      linkerSettings: [.linkedLibrary("ncursesw"), .linkedLibrary("tinfo")]),
    .target(name: "CCurl"),
    .target(name: "CArchive"),
    .target(name: "CBrandPictures"),
    .target(name: "CProcesses"),
    .target(name: "CJavaScript", dependencies: ["CProcesses"]),
    .target(name: "CPictures", dependencies: ["CProcesses"]),
    .target(name: "CZint", linkerSettings: [.linkedLibrary("zint")]),
    .target(name: "CYAML", linkerSettings: [.linkedLibrary("yaml")]),
    .systemLibrary(name: "CSQLite"),

    // Pure
    room("YAML", ["CYAML", "Loyalty"]),
    room("Loyalty", settings: pure),
    room("FlowLanguage", ["Cells", "Loyalty", "YAML"], settings: pure),
    room("Cells", settings: pure),
    room("Content", ["Loyalty", "Cells"], settings: pure),
    room("Contract", ["Loyalty", "Content", httpTypes], settings: pure),
    room("Themes", ["Cells", "YAML"], resources: [.embedInCode("Shipped")], settings: pure),
    room("Barcodes", ["CZint", "Cells"]),
    room("Pictures", ["Cells", "Loyalty", "Themes"], settings: pure),
    room("App", ["Loyalty", "Cells", "Content", "Themes", "Barcodes"], settings: pure),

    // Shell
    room("Output"),
    room("Usage", ["Loyalty", "Output", arguments]),
    room("SQLite", ["CSQLite"]),
    room("Transport", ["Contract", "CCurl", httpTypes]),
    room("LocalStore", ["SQLite", "Loyalty"]),
    room("WalletFiles", ["CArchive", "LocalStore", "Loyalty"]),
    room("PictureDecoding", ["CPictures", "CProcesses", "Cells", "Loyalty", "Pictures"]),
    room("FlowScripts", ["CJavaScript", "CProcesses", "FlowLanguage", "Loyalty"]),
    room("ContentFiles", ["Content", "Loyalty", "YAML"]),
    room(
      "Sync", ["Transport", "LocalStore", "Content", "Contract", "Loyalty", httpTypes]),
    room(
      "Client",
      [
        "App", "CProcesses", "Cells", "Content", "ContentFiles", "Contract", "LocalStore",
        "Loyalty", "PictureDecoding", "Pictures", "Sync", "Transport", "WalletFiles", "YAML",
      ]),
    room("Terminal", ["Cells", "CTerminal"]),
    room(
      "FlowReports", ["App", "Cells", "FlowLanguage", "LocalStore", "Loyalty", "Themes"],
      resources: [.embedInCode("Page")], settings: pure),
    room(
      "Flows",
      [
        "App", "Cells", "Client", "Content", "Contract", "FlowLanguage", "FlowScripts",
        "LocalStore",
        "Loyalty", "Themes", "Transport", "YAML", httpTypes,
      ]),
    // What is built in has no folders, so that Shipped links to the brands' files by other names.
    room(
      "Server",
      [
        "CBrandPictures", "Content", "ContentFiles", "Contract", "Loyalty", "SQLite", "YAML",
        httpTypes,
      ],
      exclude: ["Seed/Brands"], resources: [.embedInCode("Seed/Shipped")]),

    // Programs
    .executableTarget(
      name: "loyalhub",
      dependencies: [
        "App", "Cells", "Client", "Content", "ContentFiles", "FlowLanguage", "FlowReports",
        "FlowScripts", "Flows", "LocalStore",
        "Loyalty", "Output", "PictureDecoding", "Terminal", "Themes", "Transport", "Usage", "YAML",
        arguments,
      ],
      swiftSettings: house),
    .executableTarget(
      name: "loyalhub-server",
      dependencies: [
        "Contract", "Loyalty", "Output", "Server", "Usage", arguments, httpTypes,
        .product(name: "HummingbirdCore", package: "hummingbird"),
        .product(name: "Logging", package: "swift-log"),
        .product(name: "NIOCore", package: "swift-nio"),
        .product(name: "NIOHTTP1", package: "swift-nio"),
        .product(name: "NIOPosix", package: "swift-nio"),
        .product(name: "ServiceLifecycle", package: "swift-service-lifecycle"),
      ],
      swiftSettings: house),

    // Helpers of several rooms' tests.
    .target(name: "TestSupport", path: "Tests/Support", swiftSettings: house),
    .target(
      name: "InProcess", dependencies: ["Contract", "Transport"], path: "Tests/InProcess",
      swiftSettings: house),
    tests(
      "App", ["App", "Cells", "Client", "Content", "Loyalty", "TestSupport", "Themes"],
      exclude: ["Golden"]),
    tests(
      "Barcodes", ["Barcodes", "App", "Cells", "Loyalty", "TestSupport", "Themes"],
      exclude: ["Golden"]),
    tests("Cells", ["Cells", "TestSupport"]),
    tests(
      "Client",
      [
        "Client", "App", "Cells", "Content", "ContentFiles", "Contract", "LocalStore", "Loyalty",
        "InProcess", "SQLite", "Server", "Sync", "TestSupport", "Themes", "Transport", httpTypes,
      ]),
    tests("Content", ["Content", "Loyalty", "TestSupport"]),
    tests("ContentFiles", ["Content", "ContentFiles", "Loyalty", "TestSupport", "YAML"]),
    tests(
      "Contract", ["Content", "Contract", "Loyalty", "TestSupport", httpTypes],
      exclude: ["rights.txt"]),
    tests(
      "Flow",
      [
        "Flows", "App", "Cells", "Client", "Contract", "FlowLanguage", "FlowScripts", "InProcess",
        "Loyalty", "Themes", "Transport", httpTypes,
      ]),
    tests(
      "FlowReports",
      [
        "FlowReports", "App", "Cells", "FlowLanguage", "LocalStore", "Loyalty", "TestSupport",
        "Themes",
      ]
    ),
    tests("FlowScripts", ["FlowScripts", "FlowLanguage", "Loyalty", "TestSupport"]),
    tests("FlowLanguage", ["Cells", "FlowLanguage", "Loyalty", "TestSupport", "YAML"]),
    tests("LocalStore", ["LocalStore", "SQLite", "Loyalty", "TestSupport"]),
    tests("Loyalty", ["Loyalty", "TestSupport"]),
    tests("PictureDecoding", ["PictureDecoding", "Cells", "Loyalty", "Pictures", "TestSupport"]),
    tests("Pictures", ["Pictures", "Cells", "Loyalty", "TestSupport"]),
    tests("SQLite", ["SQLite", "TestSupport"]),
    tests(
      "Server",
      ["Server", "Content", "Contract", "Loyalty", "SQLite", "TestSupport", httpTypes]),
    tests("Terminal", ["Terminal", "Cells", "TestSupport"]),
    tests("Themes", ["Themes", "Cells"]),
    tests("Usage", ["Usage", arguments]),
    tests(
      "Sync",
      [
        "Content", "Contract", "InProcess", "LocalStore", "Loyalty", "Server", "Sync",
        "TestSupport", "Transport", httpTypes,
      ]),
    tests(
      "Transport",
      [
        "Transport", "CCurl", "Contract", "InProcess", "Loyalty", "Server", "TestSupport",
        httpTypes,
      ]),
    tests("WalletFiles", ["WalletFiles", "Loyalty", "TestSupport"]),
    tests("YAML", ["YAML"]),
  ]
)
