import Foundation
import StorageSQLite
import StoreContract
import Testing

@Suite("The contract of the store")
struct ContractTests {
    @Test("in memory", arguments: ContractCase.all)
    func inMemory(_ sentence: ContractCase) async throws {
        try await sentence.run(on: SQLiteStore.empty())
    }

    @Test("in a file", arguments: ContractCase.all)
    func inFile(_ sentence: ContractCase) async throws {
        try await TemporaryFolder.with { folder in
            try await sentence.run(on: SQLiteStore(path: folder.file("store.db")))
        }
    }
}

/// A folder that is gone after its use.
struct TemporaryFolder: Sendable {
    var url: URL

    func file(_ name: String) -> String {
        url.appending(path: name).path
    }

    static func with<Value>(_ work: (TemporaryFolder) async throws -> Value) async throws -> Value {
        let name = "wavelength-store-\(UUID().uuidString)"
        let folder = TemporaryFolder(url: FileManager.default.temporaryDirectory.appending(path: name))
        try FileManager.default.createDirectory(at: folder.url, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder.url) }
        return try await work(folder)
    }
}
