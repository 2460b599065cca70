import Model
import Yams

/// Reads how to log in to a server, and where its secrets are kept.
struct LoginReader {
    let directories: Directories
    let log: ProblemLog

    func login(_ section: Section) -> MailServer.Login {
        let user = section.string("user")
        switch (section["password"], section["oauth"]) {
        case (nil, nil):
            if user != nil { log.error(at: section["user"], "“user” needs “password” or “oauth” beside it") }
            return .none
        case (_?, let oauth?):
            log.error(at: oauth, "\(section.name) has both “password” and “oauth”: take one out")
            return .none
        case (let password?, nil):
            let secret = secret(password, "password")
            guard let user = named(user, section), let secret else { return .none }
            return .password(user: user, secret)
        case (nil, let oauth?):
            let account = account(oauth, user: user ?? "")
            guard named(user, section) != nil, let account else { return .none }
            return .oauth(account)
        }
    }

    private func named(_ user: String?, _ section: Section) -> String? {
        if user == nil { log.error(at: section.place, "\(section.name) needs “user”: the name to log in with") }
        return user
    }

    private static let secretKeys = ["env", "file", "credential"]

    /// Where a secret is; a secret that stands in the file itself is refused without repeating it.
    ///
    /// - Parameter others: keys that may stand beside it.
    func secret(_ node: Node, _ key: String, besides others: [String] = []) -> SecretReference? {
        guard case .mapping = node else {
            log.error(
                at: node,
                """
                a secret does not belong in this file: write “\(key): {env: NAME}” for an environment variable, \
                “\(key): {file: PATH}” for a file whose first line it is, or “\(key): {credential: NAME}” for systemd
                """
            )
            return nil
        }
        guard let section = Section(node, name: key, keys: Self.secretKeys + others, log: log) else { return nil }
        let given = Self.secretKeys.filter { section[$0] != nil }
        guard given.count == 1, let kind = given.first, let name = section.string(kind), !name.isEmpty else {
            log.error(at: node, "“\(key)” needs one of env, file or credential")
            return nil
        }
        return reference(kind, name, at: section[kind])
    }

    private func reference(_ kind: String, _ name: String, at node: Node?) -> SecretReference? {
        switch kind {
        case "file": return .file(directories.inRoot(name))
        case "env" where name.allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber || $0 == "_") }:
            return .environment(name)
        case "credential" where !name.contains("/"): return .systemdCredential(name)
        default:
            let form = kind == "env" ? "letters, digits and underscores" : "a name without a slash"
            log.error(at: node, "this is not the name of an environment variable or credential: use \(form)")
            return nil
        }
    }

    private static let accountKeys = [
        "provider", "tenant", "token_endpoint", "scope", "client_id", "client_secret", "refresh_token",
    ]

    private func account(_ node: Node, user: String) -> OAuthAccount? {
        guard let section = Section(node, name: "oauth", keys: Self.accountKeys, log: log) else { return nil }
        let endpoint = endpoint(section)
        let clientID = section.required("client_id", "the application's id at the provider")
            .flatMap { section.text(of: $0, "client_id") }
        let clientSecret = section["client_secret"].map { secret($0, "client_secret") }
        let refreshToken = section.required("refresh_token", "where the token is kept, such as {file: PATH}")
            .flatMap { secret($0, "refresh_token") }
        guard let endpoint, let clientID, let refreshToken else { return nil }
        return OAuthAccount(
            user: user,
            tokenEndpoint: endpoint.address,
            clientID: clientID,
            clientSecret: clientSecret ?? nil,
            refreshToken: refreshToken,
            scope: section.string("scope") ?? endpoint.scope
        )
    }

    private func endpoint(_ section: Section) -> (address: String, scope: String)? {
        if section["token_endpoint"] != nil {
            return section.value("token_endpoint", .url("https://")).map { ($0, "") }
        }
        let advice = "google or microsoft (or give “token_endpoint” of another)"
        guard let provider = section.required("provider", advice) else { return nil }
        switch provider.text {
        case "google": return ("https://oauth2.googleapis.com/token", "")
        case "microsoft":
            let tenant = section.string("tenant") ?? "common"
            return ("https://login.microsoftonline.com/\(tenant)/oauth2/v2.0/token", Self.microsoftScope)
        default:
            log.error(at: provider, "“provider” should be \(advice)")
            return nil
        }
    }

    private static let microsoftScope =
        "https://outlook.office.com/IMAP.AccessAsUser.All https://outlook.office.com/SMTP.Send offline_access"
}
