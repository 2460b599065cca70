import Hummingbird
import Model

/// A form that was sent by someone who is signed in, from a page of the desk.
struct Submission: Sendable {
    var form: Form
    var session: Session
    var context: DeskContext

    /// The user's name, as the history keeps it.
    var user: String { session.user.name }
}
