package io.streamalert.local.state;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.sql.SQLException;
import org.sqlite.SQLiteErrorCode;

/** Says what a failure of SQLite means for whoever runs StreamAlert, and how to mend it. */
final class Failures {

  /** The upper bits of a code only tell details. */
  private static final int PRIMARY = 0xff;

  private Failures() {}

  static UncheckedIOException unchecked(Path file, SQLException failure) {
    return new UncheckedIOException(new IOException(file + ": " + meaning(failure), failure));
  }

  static boolean isBusy(SQLException failure) {
    return code(failure) == SQLiteErrorCode.SQLITE_BUSY;
  }

  static boolean isNoDatabase(SQLException failure) {
    return code(failure) == SQLiteErrorCode.SQLITE_NOTADB
        || code(failure) == SQLiteErrorCode.SQLITE_CORRUPT;
  }

  private static SQLiteErrorCode code(SQLException failure) {
    return SQLiteErrorCode.getErrorCode(failure.getErrorCode() & PRIMARY);
  }

  static String meaning(SQLException failure) {
    SQLiteErrorCode code = code(failure);
    return switch (code) {
      case SQLITE_FULL ->
        "The disk is full, nothing was stored. Make room; it goes on without a restart.";
      case SQLITE_READONLY, SQLITE_PERM, SQLITE_CANTOPEN ->
        "The file cannot be written, nothing was stored. Let the user who runs StreamAlert write"
            + " the file and its folder.";
      case SQLITE_BUSY, SQLITE_LOCKED ->
        "Another program holds the file, nothing was stored. End that program.";
      case SQLITE_CORRUPT, SQLITE_NOTADB -> "The file is damaged. " + Refusals.DAMAGED_MEND;
      case SQLITE_IOERR ->
        "The disk does not answer as it should (" + failure.getMessage()
            + "). Look after the disk, then start again.";
      default -> "The database failed: " + failure.getMessage();
    };
  }
}
