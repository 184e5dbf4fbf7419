package io.streamalert.local;

import io.streamalert.local.framing.Content;
import io.streamalert.local.framing.Cutter;
import io.streamalert.local.framing.FrameSink;
import io.streamalert.local.framing.Framing;
import io.streamalert.record.LogSource;
import io.streamalert.record.Position;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;

/**
 * Something to read logs from, and the source that they count as.
 *
 * <p>Content that starts like gzip or zstd is decompressed. It is either one JSON document, up to {@link
 * io.streamalert.settings.Settings#maxDocumentBytes()}, which is one raw log; or a larger one with a long list, of which
 * each element is one raw log, with the members before the list around it; or lines, of which each is one raw log if it
 * is not blank. Of the services {@code kinesis}, {@code sns}, {@code sqs} and {@code streamalert_app}, which deliver
 * messages, each line is one message.
 */
public final class LogInput {

  /** Opens the input. */
  private interface Opener {
    InputStream open() throws IOException;
  }

  private final LogSource source;
  private final String kind;
  private final String name;
  private final Optional<Path> file;
  private final Opener opener;

  private LogInput(LogSource source, String kind, String name, Optional<Path> file, Opener opener) {
    this.source = Objects.requireNonNull(source, "source");
    this.kind = kind;
    this.name = name;
    this.file = file;
    this.opener = opener;
  }

  /**
   * A file. Whether it can be read turns out when it is.
   *
   * @param source what its logs count as
   * @param file the file
   * @return the input
   */
  public static LogInput of(LogSource source, Path file) {
    return new LogInput(
        source, "file", file.toString(), Optional.of(file), () -> Files.newInputStream(file));
  }

  /**
   * Standard input, or any other stream. It can be read once.
   *
   * @param source what its logs count as
   * @param in the stream; not closed
   * @return the input
   */
  public static LogInput stdin(LogSource source, InputStream in) {
    Objects.requireNonNull(in, "in");
    return new LogInput(
        source, "stdin", "standard input", Optional.empty(), () -> new KeptOpen(in));
  }

  /**
   * What the logs count as.
   *
   * @return the source
   */
  public LogSource source() {
    return source;
  }

  /**
   * What a person calls the input.
   *
   * @return the path as it was given, or {@code standard input}
   */
  public String name() {
    return name;
  }

  /**
   * The file.
   *
   * @return the file, or empty for a stream
   */
  public Optional<Path> file() {
    return file;
  }

  /** Where its logs are; the name is one that no other input has. */
  Position position(String uniqueName) {
    return Position.of(kind, uniqueName);
  }

  /** Cuts it to its end; returns why it could not be read that far. */
  Optional<UnreadableInput> cut(Framing framing, FrameSink sink) {
    try (Content content = Content.open(opener.open())) {
      Cutter cutter = source.hasMessages()
          ? framing.messages(content, sink)
          : framing.documentOrLines(content, sink);
      cutter.finish();
      return content.failure().map(error -> UnreadableInput.of(this, error));
    } catch (IOException e) {
      return Optional.of(UnreadableInput.of(this, e));
    }
  }

  /** {@return source and name} */
  @Override
  public String toString() {
    return source + "=" + name;
  }

  /** A stream that belongs to somebody else. */
  private static final class KeptOpen extends FilterInputStream {

    KeptOpen(InputStream in) {
      super(in);
    }

    @Override
    public void close() {
      // The caller's stream stays as it is.
    }
  }
}
