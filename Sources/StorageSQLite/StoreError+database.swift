import Foundation
import GRDB
import Storage

extension StoreError {
    /// What an error of the engine means to a caller. Messages carry no values of the statement, so no mail text.
    init(_ error: DatabaseError) {
        let text = "SQLite: \(error.message ?? "error") (\(error.extendedResultCode.rawValue))"
        switch error.resultCode {
        case .SQLITE_BUSY, .SQLITE_LOCKED, .SQLITE_NOMEM: self = .busy(text)
        case .SQLITE_FULL, .SQLITE_READONLY, .SQLITE_IOERR, .SQLITE_CANTOPEN, .SQLITE_PERM, .SQLITE_AUTH:
            self = .cannotWrite(text)
        case .SQLITE_CONSTRAINT, .SQLITE_TOOBIG, .SQLITE_MISUSE: self = .illegal(text)
        default: self = .damaged(text)
        }
    }

    /// Any error of a transaction as a `StoreError`; a cancelled task keeps its `CancellationError`.
    static func mapped(_ error: any Error) -> any Error {
        switch error {
        case let error as StoreError: error
        case let error as DatabaseError: StoreError(error)
        case is CancellationError: error
        default: StoreError.damaged("A row cannot be read: \(error)")
        }
    }

    /// Runs blocking work and turns what it throws into a `StoreError`.
    static func mapping<Value>(_ work: () throws -> Value) throws(StoreError) -> Value {
        do {
            return try work()
        } catch {
            throw (mapped(error) as? StoreError) ?? .busy("cancelled")
        }
    }
}
