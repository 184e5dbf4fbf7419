package io.streamalert.local.secrets;

import java.io.IOException;
import java.io.InputStream;
import java.lang.ProcessBuilder.Redirect;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** One run of a command, which does not outlive this object. Belongs to one thread. */
final class CommandRun implements AutoCloseable {

  private final Process process;
  private final long end;

  private CommandRun(Process process, Duration limit) {
    this.process = process;
    this.end = System.nanoTime() + limit.toNanos();
  }

  static CommandRun start(List<String> words, Duration limit) throws IOException {
    Process process = new ProcessBuilder(words).redirectError(Redirect.DISCARD).start();
    CommandRun run = new CommandRun(process, limit);
    process.getOutputStream().close();
    return run;
  }

  /** The first bytes of its output, after it has closed that and ended; empty if it does not in time. */
  Optional<byte[]> output(int most) {
    InputStream out = process.getInputStream();
    FutureTask<byte[]> reading = new FutureTask<>(() -> out.readNBytes(most));
    Thread thread = new Thread(reading, "streamalert-secret-command");
    thread.setDaemon(true);
    thread.start();
    try {
      byte[] output = reading.get(left(), TimeUnit.NANOSECONDS);
      boolean ended = output.length == most || process.waitFor(left(), TimeUnit.NANOSECONDS);
      return ended ? Optional.of(output) : Optional.empty();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Optional.empty();
    } catch (TimeoutException | ExecutionException e) {
      return Optional.empty(); // Its output breaks off only with the process.
    }
  }

  private long left() {
    return Math.max(0, end - System.nanoTime());
  }

  /** How it ended. */
  int exitCode() {
    return process.exitValue();
  }

  @Override
  public void close() {
    process.descendants().forEach(ProcessHandle::destroyForcibly);
    process.destroyForcibly();
  }
}
