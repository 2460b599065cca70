/// The page where people sign in.
struct SignInPage: Page {
    static let template = "sign-in"

    var frame = Frame.outside(title: "Sign in")
    var name = ""
    /// Why the last try was refused.
    var problem: String?
    /// Where to go afterwards: a path of this desk.
    var next = "/queue"
}
