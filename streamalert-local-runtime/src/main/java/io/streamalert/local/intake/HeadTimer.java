package io.streamalert.local.intake;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.eclipse.jetty.io.Connection;
import org.eclipse.jetty.io.ssl.SslConnection;
import org.eclipse.jetty.util.thread.Scheduler;
import org.jspecify.annotations.Nullable;

/**
 * Closes connections that take too long to send the head of a request. The server's own timeout will not do: it starts
 * again with each byte. Thread-safe.
 */
final class HeadTimer implements Connection.Listener {

  private final Scheduler scheduler;
  private final long millis;
  private final Map<Connection, Scheduler.Task> waiting = new ConcurrentHashMap<>();

  HeadTimer(Scheduler scheduler, long millis) {
    this.scheduler = scheduler;
    this.millis = millis;
  }

  @Override
  public void onOpened(Connection connection) {
    // With TLS there are two, and requests come from the inner one.
    if (!(connection instanceof SslConnection)) {
      start(connection);
    }
  }

  @Override
  public void onClosed(Connection connection) {
    stop(connection);
  }

  /** Called when the connection may send the head of a request, or of another one. */
  void start(Connection connection) {
    Scheduler.Task task =
        scheduler.schedule(() -> connection.getEndPoint().close(), millis, TimeUnit.MILLISECONDS);
    cancel(waiting.put(connection, task));
    if (!connection.getEndPoint().isOpen()) {
      // It was closed meanwhile, and nobody will tell again.
      stop(connection);
    }
  }

  /** Called when a head is complete. */
  void stop(Connection connection) {
    cancel(waiting.remove(connection));
  }

  private static void cancel(Scheduler.@Nullable Task task) {
    if (task != null) {
      task.cancel();
    }
  }
}
