package io.streamalert.benchmarks;

import java.math.BigInteger;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Makes rows of osquery's scheduled queries, in its differential format. */
final class OsqueryRows {

  private final Chance chance;

  OsqueryRows(Chance chance) {
    this.chance = chance;
  }

  /** Makes a row. */
  Map<String, @Nullable Object> row() {
    long time = 1_704_067_200L + chance.below(20_000_000);
    Map<String, @Nullable Object> row = Json.map(
        "name",
        "pack_" + chance.of("incident-response", "it-compliance", "osquery-monitoring") + "_"
            + chance.hex(6),
        "hostIdentifier",
        chance.permille(500) ? chance.uuid() : "host-" + chance.below(5000) + ".corp.example.com",
        "calendarTime",
        "Thu Aug  8 " + (10 + chance.below(14)) + ":11:12 2024 UTC",
        "unixTime",
        chance.permille(700) ? time : String.valueOf(time));
    if (chance.permille(900)) {
      row.put("epoch", 0);
      row.put("counter", chance.below(100_000));
    }
    if (chance.permille(500)) {
      row.put("numerics", false);
    }
    if (chance.permille(850)) {
      row.put("decorations", decorations());
    }
    row.put("columns", columns());
    row.put("action", chance.of("added", "removed"));
    if (chance.permille(300)) {
      row.put("log_type", "result");
    }
    return row;
  }

  private Map<String, @Nullable Object> decorations() {
    return Json.map(
        "host_uuid",
        chance.uuid(),
        "hostname",
        "host-" + chance.below(5000) + ".corp.example.com",
        "username",
        chance.of("root", "alice", "jürgen", "björk"),
        "osquery_version",
        "5.11.0",
        "environment",
        "production",
        "public_ip",
        chance.address(),
        "config_hash",
        chance.hex(40));
  }

  private Map<String, @Nullable Object> columns() {
    return switch (chance.below(7)) {
      case 0, 1 -> process();
      case 2 -> listeningPort();
      case 3 -> shellHistory();
      case 4 -> fileEvent();
      case 5 -> debPackage();
      default -> crontab();
    };
  }

  private Map<String, @Nullable Object> process() {
    return Json.map(
        "pid",
        chance.digits(5),
        "name",
        chance.of("sshd", "java", "python3", "nginx"),
        "path",
        "/usr/sbin/sshd",
        "cmdline",
        "/usr/bin/java -Xmx2g -Dname=\"" + chance.hex(6)
            + "\" -cp /opt/app/lib/* com.example.Main --port 8080",
        "state",
        "S",
        "cwd",
        "/",
        "root",
        "/",
        "uid",
        "0",
        "gid",
        "0",
        "euid",
        "0",
        "egid",
        "0",
        "on_disk",
        "1",
        "wired_size",
        "0",
        "resident_size",
        chance.digits(9),
        "total_size",
        chance.digits(10),
        "user_time",
        chance.digits(6),
        "system_time",
        chance.digits(6),
        "start_time",
        chance.digits(8),
        "parent",
        "1",
        "pgroup",
        chance.digits(5),
        "threads",
        chance.digits(2),
        "nice",
        "0",
        "sha256",
        chance.hex(64));
  }

  private Map<String, @Nullable Object> listeningPort() {
    return Json.map(
        "pid",
        chance.digits(5),
        "port",
        chance.below(65536),
        "protocol",
        "6",
        "family",
        "2",
        "address",
        "0.0.0.0",
        "fd",
        chance.digits(2),
        "socket",
        chance.large(),
        "path",
        "",
        "net_namespace",
        chance.digits(10),
        "process",
        chance.of("nginx", "postgres", "redis-server"),
        "ratio",
        chance.below(10_000) / 64.0,
        "bytes_total",
        new BigInteger(chance.digits(30)),
        "cpu",
        chance.below(1000) * 1e-7);
  }

  private Map<String, @Nullable Object> shellHistory() {
    return Json.map(
        "uid",
        "1000",
        "time",
        chance.digits(10),
        "command",
        chance.of(
            "curl -s https://example.com/x.sh | bash -c \"$(cat)\"",
            "grep -E '\\d+\\.\\d+' /var/log/syslog\t| wc -l",
            "printf 'a\\nb\\n' > /tmp/f && cat /tmp/f",
            "ls -la ~/Téléchargements",
            "sudo systemctl restart nginx"),
        "history_file",
        "/home/alice/.bash_history",
        "username",
        "alice",
        "shell",
        "/bin/bash");
  }

  private Map<String, @Nullable Object> fileEvent() {
    return Json.map(
        "target_path",
        "/etc/" + chance.of("passwd", "hosts", "ssh/sshd_config", "cron.d/backup"),
        "category",
        "etc",
        "action",
        chance.of("UPDATED", "CREATED", "ATTRIBUTES_MODIFIED"),
        "transaction_id",
        chance.large(),
        "inode",
        chance.digits(8),
        "uid",
        "0",
        "gid",
        "0",
        "mode",
        "0644",
        "size",
        chance.below(100_000),
        "atime",
        chance.digits(10),
        "mtime",
        chance.digits(10),
        "ctime",
        chance.digits(10),
        "md5",
        chance.hex(32),
        "sha1",
        chance.hex(40),
        "sha256",
        chance.hex(64),
        "hashed",
        "1",
        "eid",
        chance.digits(10));
  }

  private Map<String, @Nullable Object> debPackage() {
    return Json.map(
        "name",
        chance.of("openssl", "libc6", "curl", "linux-image-amd64"),
        "version",
        "3.0." + chance.below(20),
        "source",
        "",
        "size",
        chance.digits(6),
        "arch",
        "amd64",
        "revision",
        "1~deb12u" + chance.below(9),
        "status",
        "install ok installed",
        "maintainer",
        "Débian Ünicode Team <pkg@lists.example.org>",
        "section",
        "utils",
        "priority",
        "important",
        "admindir",
        "/var/lib/dpkg");
  }

  private Map<String, @Nullable Object> crontab() {
    return Json.map(
        "event",
        "",
        "minute",
        "*/" + chance.below(60),
        "hour",
        "*",
        "day_of_month",
        "*",
        "month",
        "*",
        "day_of_week",
        "*",
        "command",
        "root test -x /usr/sbin/anacron || ( cd / && run-parts --report /etc/cron.daily )",
        "path",
        "/etc/crontab",
        "pid_with_namespace",
        "0");
  }
}
