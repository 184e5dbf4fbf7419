package io.streamalert.local.files;

import io.streamalert.settings.ConfigException;
import io.streamalert.settings.ConfigException.Problem;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Path;

/** Says what is wrong with a file. Thread-safe. */
public final class FileErrors {

  private FileErrors() {}

  /**
   * Why something could not be done with a file, for the middle of a sentence.
   *
   * @param failure what the system said
   * @return the reason, without the file's name
   */
  public static String reason(IOException failure) {
    if (failure instanceof AccessDeniedException) {
      return "access is denied";
    }
    String said =
        failure instanceof FileSystemException named ? named.getReason() : failure.getMessage();
    String kind = failure.getClass().getSimpleName();
    return said == null ? kind : kind + ", " + said;
  }

  /**
   * Why a file or folder is not used at all.
   *
   * @param place the file or folder
   * @param what what is wrong
   * @param mend what to do about it
   * @return the exception, to be thrown
   */
  public static ConfigException refusal(Path place, String what, String mend) {
    return new ConfigException(Problem.in(place.toString(), what).mendedBy(mend));
  }
}
