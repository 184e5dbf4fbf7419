package io.streamalert.local.state;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;

/**
 * Brings a state file to the newest version, step by step, each as a whole.
 *
 * @param scripts script number {@code i} leads from version {@code i} to the next
 */
record Migrations(List<String> scripts) {

  /** "SAst" in ASCII; tells state files from other databases. */
  static final int APPLICATION_ID = 0x53417374;

  private static final int NEWEST = 1;

  static Migrations all() {
    return new Migrations(List.of(script(NEWEST)));
  }

  /** Refuses a file that is not one of ours, or that a newer program wrote. */
  void check(Session session, Path file) throws SQLException {
    long application = session.number("PRAGMA application_id");
    boolean empty = session.number("SELECT count(*) FROM sqlite_schema") == 0;
    if (application != APPLICATION_ID && !(application == 0 && empty)) {
      throw Refusals.foreign(file);
    }
    long version = session.number("PRAGMA user_version");
    if (version > scripts.size()) {
      throw Refusals.newer(file, version, scripts.size());
    }
  }

  void apply(Session session) throws SQLException {
    for (int done = (int) session.number("PRAGMA user_version"); done < scripts.size(); done++) {
      Transactions.run(session, step(done));
    }
  }

  private Transactions.Work<Integer> step(int done) {
    return session -> {
      session.script(scripts.get(done));
      session.script("PRAGMA application_id = " + APPLICATION_ID);
      session.script("PRAGMA user_version = " + (done + 1));
      return done;
    };
  }

  private static String script(int version) {
    try (InputStream in = Migrations.class.getResourceAsStream(version + ".sql")) {
      if (in == null) {
        throw new IllegalStateException("The script " + version + ".sql is missing");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
