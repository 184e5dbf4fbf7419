package io.streamalert.cli;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.PrintStream;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** A file, or standard output, that lines are written to in UTF-8. */
final class Output implements AutoCloseable {

  /** What stands for standard output. */
  static final String STANDARD = "-";

  private static final int BUFFER = 1 << 16;

  private final String name;
  private final Writer out;

  private Output(String name, OutputStream out) {
    this.name = name;
    this.out = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8), BUFFER);
  }

  /** Something that can be written piece by piece. */
  interface Content {
    void writeTo(Appendable out) throws IOException;
  }

  /** Opens what an option names; a file is emptied. */
  static Output open(String option, String target, Io io) {
    return target.equals(STANDARD) ? standard(io) : file(option, Path.of(target));
  }

  static Output standard(Io io) {
    return new Output("standard output", new Standard(io.out()));
  }

  private static Output file(String option, Path file) {
    Path folder = file.toAbsolutePath().getParent();
    if (folder != null && !Files.isDirectory(folder)) {
      throw UserError.wrongUse(
          option + ": there is no folder " + folder + ". Create it, or name another file.");
    }
    try {
      return new Output(file.toString(), Files.newOutputStream(file));
    } catch (IOException e) {
      throw UserError.wrongUse(option + ": the file " + file + " cannot be written ("
          + e.getClass().getSimpleName() + "). Name another file.");
    }
  }

  /** Writes a text and ends the line. */
  void line(String text) {
    line(line -> line.append(text));
  }

  /** Writes something and ends the line. */
  void line(Content content) {
    try {
      content.writeTo(out);
      out.write('\n');
    } catch (IOException e) {
      throw failed(e);
    }
  }

  /** Sees to it that a person sees what was written. */
  void flush() {
    try {
      out.flush();
    } catch (IOException e) {
      throw failed(e);
    }
  }

  @Override
  public void close() {
    try {
      out.close();
    } catch (IOException e) {
      throw failed(e);
    }
  }

  private RuntimeException failed(IOException e) {
    return e instanceof Standard.Closed
        ? new OutputClosed()
        : UserError.problem("The file " + name + " cannot be written any more: " + e.getMessage());
  }

  /** Standard output, which keeps errors to itself unless it is asked, and is not ours to close. */
  private static final class Standard extends OutputStream {

    private final PrintStream out;

    Standard(PrintStream out) {
      this.out = out;
    }

    /** The reader is gone. */
    private static final class Closed extends IOException {

      private static final long serialVersionUID = 1L;
    }

    @Override
    public void write(int b) throws IOException {
      write(new byte[] {(byte) b}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
      out.write(bytes, offset, length);
      flush();
    }

    @Override
    public void flush() throws IOException {
      if (out.checkError()) {
        throw new Closed();
      }
    }
  }
}
