package import Storage
import Testing

package func probe(_ store: any Store) async throws {
    let n = try await store.queueLength()
    #expect(n == 0)
}
