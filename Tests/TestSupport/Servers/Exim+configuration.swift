import Foundation
import Glibc

extension Exim {
    /// Lays out the server's directory: its configuration, and a spool it may write to.
    func prepare() throws {
        for name in ["", "spool"] {
            try FileManager.default.createDirectory(atPath: directory.path(name), withIntermediateDirectories: true)
            try account.own(directory.path(name))
        }
        try directory.write([general, policy, delivery, authentication].joined(separator: "\n"), to: "exim.conf")
    }

    private var general: String {
        """
        exim_user = \(account.user)
        exim_group = \(account.group)
        deliver_drop_privilege = true
        spool_directory = \(directory.path("spool"))
        log_file_path = \(directory.path("%slog"))
        pid_file_path = \(directory.path("exim.pid"))
        primary_hostname = mta.test
        smtp_banner = mta.test ESMTP \(token)
        disable_ipv6 = true
        local_interfaces = 127.0.0.1
        daemon_smtp_ports = \(ports.smtp) : \(ports.submission) : \(ports.submissions)
        tls_on_connect_ports = \(ports.submissions)
        daemon_startup_retries = 0
        tls_advertise_hosts = *
        tls_certificate = \(certificates.certificate)
        tls_privatekey = \(certificates.key)
        smtp_accept_max = 0
        smtp_accept_queue_per_connection = 0
        smtp_accept_max_nonmail = 1000
        rfc1413_query_timeout = 0s
        host_lookup =
        message_size_limit = 60M
        keep_environment =
        acl_smtp_rcpt = check_recipient
        acl_smtp_data = check_data
        """
    }

    private var policy: String {
        """
        begin acl
        check_recipient:
          deny condition = ${if !eq{$received_port}{\(ports.smtp)}}
               !authenticated = *
               message = 5.7.0 Authentication required
          defer local_parts = temperror
               message = 4.2.1 Mailbox busy, try again later
          deny local_parts = permerror
               message = 5.1.1 No such mailbox
          warn local_parts = datatemperror
               set acl_m_data = temporary
          warn local_parts = datapermerror
               set acl_m_data = permanent
          accept

        check_data:
          defer condition = ${if eq{$acl_m_data}{temporary}}
               message = 4.3.0 Try again later
          deny condition = ${if eq{$acl_m_data}{permanent}}
               message = 5.6.0 Content refused
          accept
        """
    }

    private var delivery: String {
        """
        begin routers
        mailboxes:
          driver = manualroute
          route_list = * 127.0.0.1
          transport = lmtp
          self = send

        begin transports
        lmtp:
          driver = smtp
          protocol = lmtp
          port = \(mailboxes.ports.lmtp)
          hosts_avoid_tls = *
          message_linelength_limit = 1000000

        begin retry
        * * F,1h,1s
        """
    }

    private var authentication: String {
        """
        begin authenticators
        \(authenticator("PLAIN", prompts: ":", name: "$auth2", password: "$auth3"))
        \(authenticator("LOGIN", prompts: "Username:: : Password::", name: "$auth1", password: "$auth2"))

        """
    }

    private func authenticator(_ mechanism: String, prompts: String, name: String, password: String) -> String {
        let users = mailboxes.directory.path("all-users")
        let given = "\\{PLAIN\\}\(password)\(MailUser.emptyFields)"
        return """
            \(mechanism.lowercased()):
              driver = plaintext
              public_name = \(mechanism)
              server_prompts = \(prompts)
              server_condition = ${if eq{\(given)}{${lookup{\(name)}lsearch{\(users)}}}}
              server_set_id = \(name)
              server_advertise_condition = ${if def:tls_in_cipher}
            """
    }
}
