import Foundation
import HTTPTypes
import Hummingbird
import Storage

/// Why a request was not served, in the words of a page and the code of the API.
struct Problem: Hashable, Sendable {
    var status: HTTPResponse.Status
    var code: String
    var heading: String
    var sentence: String
    var headers: HTTPFields = [:]

    init(_ status: HTTPResponse.Status, _ code: String, heading: String, _ sentence: String) {
        self.status = status
        self.code = code
        self.heading = heading
        self.sentence = sentence
    }

    init(_ error: any Error) {
        switch error {
        case let error as StoreError: self = Self.of(error)
        case let error as Problem.Raised: self = error.problem
        case let error as any HTTPResponseError: self = Self.of(error.status)
        case is DecodingError, is URLEncodedFormError: self = Self.of(.badRequest)
        default: self = Self.of(.internalServerError)
        }
    }

    /// A problem as an error that routes throw.
    struct Raised: Error {
        var problem: Problem
    }

    static func raise(_ problem: Problem) -> Raised {
        Raised(problem: problem)
    }

    private static func of(_ error: StoreError) -> Problem {
        switch error {
        case .notFound: of(.notFound)
        case .illegal(let why): Problem(.conflict, "conflict", heading: "That is not possible any more", why)
        case .busy:
            Problem(
                .serviceUnavailable,
                "busy",
                heading: "Busy for a moment",
                "The store did not answer in time. Try again."
            )
        case .cannotWrite:
            Problem(
                .serviceUnavailable,
                "cannot-write",
                heading: "Nothing can be saved just now",
                "The store cannot write, perhaps because the disk is full. Nothing was changed."
            )
        case .damaged: of(.internalServerError)
        }
    }

    private static func of(_ status: HTTPResponse.Status) -> Problem {
        switch status {
        case .badRequest:
            Problem(
                .badRequest,
                "bad-request",
                heading: "That was not understood",
                "The request is not in the expected form."
            )
        case .unauthorized:
            Problem(.unauthorized, "unauthorized", heading: "Sign in first", "Your session has ended.")
        case .forbidden:
            Problem(.forbidden, "forbidden", heading: "Not allowed", "This form did not come from the desk.")
        case .notFound:
            Problem(.notFound, "not-found", heading: "Not here", "There is nothing at this address.")
        case .contentTooLarge:
            Problem(.contentTooLarge, "too-large", heading: "Too large", "That is more than a reply can hold.")
        case .internalServerError:
            Problem(
                .internalServerError,
                "internal",
                heading: "Something went wrong",
                "It is in the log. Nothing was sent."
            )
        default:
            Problem(status, "error", heading: status.reasonPhrase, "The request could not be served.")
        }
    }
}

extension Problem {
    static let foreignForm = Problem(
        .forbidden,
        "forbidden",
        heading: "Not allowed",
        "This form did not come from the desk. Open the page again and try once more."
    )
    static let sessionEnded = Problem(
        .unauthorized,
        "unauthorized",
        heading: "Your session has ended",
        "Sign in again in another tab, then go back: what you typed is still there."
    )

    static func unusable(_ sentence: String) -> Raised {
        raise(Problem(.badRequest, "bad-request", heading: "That was not understood", sentence))
    }
}
