package io.streamalert.local.journal;

import static io.streamalert.local.files.FileErrors.refusal;

import io.streamalert.local.files.FileErrors;
import io.streamalert.settings.ConfigException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;

/** What is wrong with a journal, each with the ways out. */
final class Failures {

  private static final String START_ANEW =
      "move state folder and journal away together to start anew: then feeds read from"
          + " their beginning, and alerts may be raised again.";

  private Failures() {}

  static UncheckedIOException notWritten(Path place, IOException failure) {
    return unchecked(
        place + ": The journal cannot be written: " + reason(failure)
            + ". Nothing was stored. Make room on the disk, or let the user who runs StreamAlert write"
            + " there; it goes on without a restart.",
        failure);
  }

  static UncheckedIOException notDeleted(Path folder, IOException failure) {
    return unchecked(
        folder + ": A file of the journal that was dropped cannot be deleted: " + reason(failure)
            + ". It is tried again at the next start.",
        failure);
  }

  static UncheckedIOException unreadable(Path file, long offset, IOException failure) {
    String mend = failure instanceof Damage
        ? "Bring back a copy of the file. Other files of the journal are not affected."
        : "Let the user who runs StreamAlert read the file, and look after the disk.";
    return unchecked(
        file + ": The journal cannot be read at byte " + offset + ": " + reason(failure) + ". "
            + mend,
        failure);
  }

  private static UncheckedIOException unchecked(String message, IOException failure) {
    return new UncheckedIOException(new IOException(message, failure));
  }

  static ConfigException unusable(Path folder, IOException failure) {
    return refusal(
        folder,
        "The journal cannot be opened: " + reason(failure),
        "Choose a folder that the user who runs StreamAlert may read and write.");
  }

  static ConfigException otherInstance(Path file) {
    return refusal(
        file,
        "The file belongs to the journal of another state file",
        "Use the state folder that belongs to this journal, or another folder for the journal.");
  }

  static ConfigException newer(Path file, int version) {
    return refusal(
        file,
        "The file has version " + version + ", but this program knows none after "
            + SegmentHeader.VERSION,
        "Run a newer StreamAlert, or choose another folder for the journal.");
  }

  static ConfigException damaged(Path file, String what) {
    return refusal(
        file, "The journal is damaged: " + what, "Bring back a copy of the file, or " + START_ANEW);
  }

  static ConfigException missing(Path file) {
    return refusal(
        file,
        "The journal lacks this file, or its end, though the state file says that it was written",
        "Bring back the journal that belongs to the state file, or " + START_ANEW);
  }

  /** Never cut: these records were told to be stored. */
  static ConfigException stateTooOld(Path file, JournalEnd end) {
    return refusal(
        file,
        "The journal goes on behind byte " + end.offset() + " of segment " + end.segment()
            + ", where it ends by the state file, and by more than a crash can leave. So the state"
            + " file is an older copy",
        "Bring back the newest state file; or move the journal away, and what was stored since then"
            + " is read again where feeds still have it; or " + START_ANEW);
  }

  private static String reason(IOException failure) {
    String said = failure.getMessage();
    return failure instanceof Damage && said != null ? said : FileErrors.reason(failure);
  }
}
