/// What went wrong, in words, with a way on.
struct ErrorPage: Page {
    static let template = "error"

    var frame: Frame
    var heading: String
    var text: String
    var wayOn = "/queue"
    var wayOnLabel = "Back to the queue"
}
