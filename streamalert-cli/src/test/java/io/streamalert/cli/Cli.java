package io.streamalert.cli;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Runs the command inside the test. */
final class Cli {

  /** What a run of the command left. */
  record Result(int exitCode, String out, String err) {

    List<String> outLines() {
      return out.lines().toList();
    }
  }

  private byte[] in = new byte[0];
  private boolean terminal;
  private boolean colour;
  private Prompt prompt = new TypedAnswers(List.of());

  static Result run(String... arguments) {
    return new Cli().execute(arguments);
  }

  Cli in(String content) {
    in = content.getBytes(StandardCharsets.UTF_8);
    return this;
  }

  Cli terminal(boolean withColour) {
    terminal = true;
    colour = withColour;
    return this;
  }

  /** What a person types, if there is one. */
  Cli typing(TypedAnswers answers) {
    prompt = answers;
    return this;
  }

  Result execute(String... arguments) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    return execute(out, out, arguments);
  }

  /** Runs with a standard output that breaks after so many bytes, as that of a pipe whose reader left. */
  Result executeIntoPipe(int capacity, String... arguments) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    OutputStream pipe = new OutputStream() {
      @Override
      public void write(int b) throws IOException {
        if (out.size() >= capacity) {
          throw new IOException("Broken pipe");
        }
        out.write(b);
      }
    };
    return execute(pipe, out, arguments);
  }

  private Result execute(OutputStream sink, ByteArrayOutputStream out, String... arguments) {
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    Io io =
        new Io(new ByteArrayInputStream(in), stream(sink), stream(err), terminal, colour, prompt);
    int exitCode = Main.execute(io, arguments);
    io.out().flush();
    return new Result(
        exitCode, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
  }

  private static PrintStream stream(OutputStream out) {
    return new PrintStream(out, false, StandardCharsets.UTF_8);
  }
}
