import Foundation
import Glibc

extension Dovecot {
    /// Lays out the server's directory: its configuration, its users, and folders it may write to.
    func prepare(_ users: [MailUser]) throws {
        for name in ["", "run", "mail", "users"] {
            try FileManager.default.createDirectory(atPath: directory.path(name), withIntermediateDirectories: true)
            try account.own(directory.path(name))
        }
        try directory.write("", to: "all-users")
        for user in users { try add(user) }
        try directory.write(configuration, to: "dovecot.conf")
        try account.own(directory.path("all-users"))
    }

    private var configuration: String {
        [general, storage, listeners, options.allowsManyConnections ? Self.manyConnections : ""].joined(separator: "\n")
    }

    private var general: String {
        """
        base_dir = \(directory.path("run"))
        state_dir = \(directory.path("run"))
        log_path = \(directory.path("dovecot.log"))
        protocols = imap lmtp
        listen = 127.0.0.1
        login_greeting = \(token)
        default_internal_user = \(account.user)
        default_internal_group = \(account.group)
        default_login_user = \(account.user)
        ssl = \(options.offersTLS ? "yes" : "no")
        ssl_cert = <\(certificates.certificate)
        ssl_key = <\(certificates.key)
        disable_plaintext_auth = \(options.offersTLS ? "yes" : "no")
        \(options.capabilities.map { "imap_capability = \($0)" } ?? "")
        """
    }

    private var storage: String {
        """
        first_valid_uid = 1
        mail_uid = \(account.user)
        mail_gid = \(account.group)
        mail_location = maildir:\(directory.path("mail"))/%d/%n
        mail_fsync = never
        mail_max_userip_connections = 5000
        passdb {
          driver = passwd-file
          args = username_format=%u \(directory.path("users"))/%u
        }
        userdb {
          driver = passwd-file
          args = username_format=%u \(directory.path("users"))/%u
          default_fields = uid=\(account.user) gid=\(account.group) home=\(directory.path("mail"))/%d/%n
        }
        namespace inbox {
          inbox = yes
          separator = /
          mailbox Sent {
            auto = subscribe
            special_use = \\Sent
          }
          mailbox Archive {
            auto = subscribe
            special_use = \\Archive
          }
        }
        """
    }

    /// An account without rights cannot change its root directory, so no service may ask for that.
    private var listeners: String {
        """
        service anvil {
          chroot =
        }
        service stats {
          chroot =
        }
        service imap-login {
          chroot =
          inet_listener imap {
            port = \(ports.imap)
          }
          inet_listener imaps {
            port = \(options.offersTLS ? ports.imaps : 0)
            ssl = yes
          }
        }
        service lmtp {
          inet_listener lmtp {
            port = \(ports.lmtp)
          }
        }
        """
    }

    /// The defaults allow 100 login processes, one connection each.
    ///
    /// Linux gives a user 128 inotify instances; sessions beyond that look for new mail at intervals, here of a second.
    private static let manyConnections = """
        mailbox_idle_check_interval = 1 secs
        default_client_limit = 5000
        service imap-login {
          service_count = 0
          client_limit = 4000
        }
        service imap {
          process_limit = 3000
        }
        """
}
