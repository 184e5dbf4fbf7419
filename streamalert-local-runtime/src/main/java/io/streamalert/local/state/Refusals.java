package io.streamalert.local.state;

import static io.streamalert.local.files.FileErrors.reason;
import static io.streamalert.local.files.FileErrors.refusal;

import io.streamalert.settings.ConfigException;
import java.io.IOException;
import java.nio.file.Path;

/** Why a state file is not opened, each with the ways out. */
final class Refusals {

  static final String DAMAGED_MEND = "Bring back a copy of the folder, or move the folder away and"
      + " start anew: then feeds read from their beginning, and alerts may be raised again.";

  private Refusals() {}

  static ConfigException inUse(Path folder) {
    return refusal(
        folder,
        "The state folder is in use by another StreamAlert",
        "End that one, or choose another folder.");
  }

  static ConfigException newer(Path file, long version, int newest) {
    return refusal(
        file,
        "The state file has version " + version + ", but this program knows none after " + newest,
        "Run a newer StreamAlert, or choose another folder.");
  }

  static ConfigException foreign(Path file) {
    return refusal(
        file,
        "The file is no state file of StreamAlert",
        "Choose another folder, or move the file away to start anew.");
  }

  static ConfigException damaged(Path file, String finding) {
    return refusal(file, "The state file is damaged: " + finding, DAMAGED_MEND);
  }

  static ConfigException unusable(Path place, IOException failure) {
    return refusal(
        place,
        "The state folder cannot be used: " + reason(failure),
        "Choose a folder that the user who runs StreamAlert may write.");
  }

  static ConfigException failed(Path file, String meaning) {
    return refusal(file, "The state file cannot be opened", meaning);
  }
}
